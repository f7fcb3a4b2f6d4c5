import { describe, expect, it } from 'vitest';
import { nextMosaicPageStep, readReturn, restoreFromSerializedState, serializeState } from './mosaic-page.ts';

const RESPONSE = {
  type: 'client_input_required',
  journeyStepId: 'identityVerification',
  data: {
    payload: {
      endpoint: 'https://api.transmitsecurity.io/verify/app/canary-token',
      base_endpoint: 'https://api.transmitsecurity.io/verify/app',
      start_token: 'canary-token',
      state: 'af0ifjsldkj',
      session: 'session-1',
    },
  },
};
const RETURNED = '?sessionId=session-1&state=af0ifjsldkj';

describe('serializeState', () => {
  it('can be restored, and holds no secret', () => {
    const saved = serializeState(RESPONSE);
    expect(saved).not.toContain('canary');
    expect(restoreFromSerializedState(saved)).toEqual({
      journeyStepId: 'identityVerification',
      data: { payload: { state: 'af0ifjsldkj', session: 'session-1' } },
    });
  });

  it.each([
    ['another step', { ...RESPONSE, journeyStepId: 'transaction-signing' }],
    ['no payload', { journeyStepId: 'identityVerification', data: {} }],
    ['no state', { ...RESPONSE, data: { payload: { ...RESPONSE.data.payload, state: '' } } }],
    ['the journey’s end', { type: 'journey_success', data: {}, token: 'canary' }],
  ])('refuses %s', (_, response) => {
    expect(() => serializeState(response)).toThrow(TypeError);
    expect(() => serializeState(response)).not.toThrow(/canary/);
  });
});

describe('restoreFromSerializedState', () => {
  it.each([
    null,
    undefined,
    '',
    'null',
    '[]',
    '{',
    '{"version":2,"state":"a","session":"b"}',
    '{"version":1,"state":1,"session":"b"}',
    '{"version":1,"state":"a"}',
  ])('%s is nothing', (saved) => {
    expect(restoreFromSerializedState(saved)).toBeUndefined();
  });
});

describe('readReturn', () => {
  it.each([
    [RETURNED, { state: 'af0ifjsldkj', sessionId: 'session-1' }],
    ['?from=x&state=a%2Bb&sessionId=s', { state: 'a+b', sessionId: 's' }],
    ['', undefined],
    ['?state=a', undefined],
    ['?sessionId=s', undefined],
    ['?state=&sessionId=s', undefined],
    ['?state=a&state=b&sessionId=s', undefined],
    ['?state=a&sessionId=s&sessionId=t', undefined],
  ])('%s', (search, expected) => {
    expect(readReturn(search)).toEqual(expected);
  });
});

describe('nextMosaicPageStep', () => {
  const saved = serializeState(RESPONSE);

  it('leaves for the endpoint, and says what to keep', () => {
    const step = nextMosaicPageStep({ search: '', saved: null, response: RESPONSE });
    expect(step).toEqual({ kind: 'leave', url: RESPONSE.data.payload.endpoint, save: saved });
  });

  it('submits what came back, in the words of the step', () => {
    expect(nextMosaicPageStep({ search: RETURNED, saved })).toEqual({
      kind: 'submit',
      input: { payload: { state: 'af0ifjsldkj', sessionId: 'session-1' } },
    });
  });

  it.each([
    ['nothing was kept', RETURNED, null],
    ['another state', '?sessionId=session-1&state=other', saved],
    ['another session', '?sessionId=session-2&state=af0ifjsldkj', saved],
  ])('%s: submits nothing', (_, search, kept) => {
    expect(nextMosaicPageStep({ search, saved: kept })).toEqual({ kind: 'foreign' });
  });

  it('does nothing on a plain visit', () => {
    expect(nextMosaicPageStep({ search: '?utm=1', saved })).toEqual({ kind: 'idle' });
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'http://example.com/', '', '<endpoint to redirect>'])(
    'never sends a page to %o',
    (endpoint) => {
      const response = { ...RESPONSE, data: { payload: { ...RESPONSE.data.payload, endpoint } } };
      expect(() => nextMosaicPageStep({ search: '', saved, response })).toThrow(TypeError);
    },
  );
});
