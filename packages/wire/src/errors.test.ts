import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { BonafideError, isBonafideError } from './errors.ts';

const SECRET = 'canary-4711';

describe('BonafideError', () => {
  const error = new BonafideError('server', 'the gateway answered 503', {
    retryable: true,
    userAction: 'wait',
    requestId: 'r-1',
    status: 503,
    cause: Object.assign(new Error(SECRET), { response: { body: SECRET } }),
  });

  it('writes down what a log may hold', () => {
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: 'BonafideError',
      code: 'server',
      message: 'the gateway answered 503',
      retryable: true,
      userAction: 'wait',
      requestId: 'r-1',
      status: 503,
    });
  });

  it('keeps its cause and shows it nowhere', () => {
    expect((error.cause as Error).message).toBe(SECRET);
    for (const depth of [0, 2, Infinity]) {
      expect(inspect(error, { depth })).not.toContain(SECRET);
      expect(inspect({ nested: [error] }, { depth })).not.toContain(SECRET);
    }
    expect(inspect(error)).toContain('the gateway answered 503');
  });

  it('is recognised by its brand, not by its class', () => {
    const twin = Object.defineProperty(new Error('twin'), Symbol.for('bonafide.error'), { value: true });
    expect([error, twin, new Error('other'), null, 'text'].map(isBonafideError)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
