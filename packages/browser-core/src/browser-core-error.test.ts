import { describe, expect, it } from 'vitest';
import { BrowserCoreError, isBrowserCoreError } from './browser-core-error.ts';

describe('BrowserCoreError', () => {
  it('looks up what can be done in the registry', () => {
    const error = new BrowserCoreError('permission-denied', 'the camera was refused');
    expect(error).toMatchObject({ code: 'permission-denied', retryable: true, userAction: 'allow-camera' });
  });

  it('keeps the cause, and keeps it out of its JSON', () => {
    const cause = new Error('secret');
    const error = new BrowserCoreError('network', 'no answer', { cause });
    expect(error.cause).toBe(cause);
    expect(JSON.stringify(error)).not.toContain('secret');
    expect('cause' in new BrowserCoreError('network', 'no answer')).toBe(false);
  });

  it('is recognised by its brand, not by its class', () => {
    const foreign = { [Symbol.for('bonafide.browser-core.error')]: true };
    expect(isBrowserCoreError(new BrowserCoreError('internal', 'x'))).toBe(true);
    expect(isBrowserCoreError(foreign)).toBe(true);
    expect(isBrowserCoreError(new Error('internal'))).toBe(false);
    expect(isBrowserCoreError(null)).toBe(false);
  });
});
