import { Webhook } from 'standardwebhooks';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPartnerServerError } from '../partner-server-error.ts';
import { signCallback } from '../testing/sign-callback.ts';
import { constantTimeEqual } from './constant-time-equal.ts';
import { createCredentialCheck } from './check-credentials.ts';
import { createWebhookVerifier } from './create-webhook-verifier.ts';
import type { WebhookVerifierOptions } from './create-webhook-verifier.ts';
import { parseJsonBytes } from './parse-json-bytes.ts';
import type { HeadersLike } from './webhook-headers.ts';
import { WebhookVerificationError } from './webhook-verification-error.ts';
import type { WebhookRejectionReason } from './webhook-verification-error.ts';

// The fixed vector of the Standard Webhooks libraries.
const VECTOR = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: 1_614_265_330,
  body: '{"test": 2432232314}',
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};
const NOW_MS = VECTOR.timestamp * 1000;
const OTHER_SECRET = `whsec_${btoa('x'.repeat(32))}`;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const BODY = utf8(VECTOR.body);
const HEADERS = {
  'webhook-id': VECTOR.id,
  'webhook-timestamp': String(VECTOR.timestamp),
  'webhook-signature': VECTOR.signature,
};

function verifier(over: Partial<WebhookVerifierOptions> = {}) {
  return createWebhookVerifier({ secrets: [VECTOR.secret], clock: { now: () => NOW_MS }, ...over });
}

async function reasonOf(
  headers: HeadersLike,
  body: Uint8Array = BODY,
  over: Partial<WebhookVerifierOptions> = {},
): Promise<WebhookRejectionReason | 'accepted'> {
  try {
    await verifier(over).verify(body, headers);
    return 'accepted';
  } catch (error) {
    if (error instanceof WebhookVerificationError) return error.reason;
    throw error;
  }
}

/** A real signature over whatever is given. */
async function sign(body: Uint8Array, timestampMs = NOW_MS, id = VECTOR.id): Promise<Record<string, string>> {
  return await signCallback({ secret: VECTOR.secret, id, timestampMs, body });
}

describe('webhook verification', () => {
  it('accepts the fixed vector, and gives id, time and bytes', async () => {
    expect(await verifier().verify(BODY, HEADERS)).toEqual({ id: VECTOR.id, timestampMs: NOW_MS, body: BODY });
  });

  it('agrees with the reference library in both directions', async () => {
    const reference = new Webhook(VECTOR.secret);
    const nowMs = Date.now();
    await fc.assert(
      fc.asyncProperty(fc.json(), fc.uuid(), async (body, id) => {
        const theirs = {
          'webhook-id': id,
          'webhook-timestamp': String(Math.floor(nowMs / 1000)),
          'webhook-signature': reference.sign(id, new Date(nowMs), body),
        };
        expect(await reasonOf(theirs, utf8(body), { clock: { now: () => nowMs } })).toBe('accepted');
        const ours = await signCallback({ secret: VECTOR.secret, id, timestampMs: nowMs, body });
        expect(reference.verify(body, ours)).toEqual(JSON.parse(body));
      }),
      { numRuns: 50 },
    );
  });

  it('takes platform headers, plain ones, and any case', async () => {
    expect(await reasonOf(new Headers(HEADERS))).toBe('accepted');
    expect(
      await reasonOf({
        'Webhook-Id': HEADERS['webhook-id'],
        'WEBHOOK-TIMESTAMP': HEADERS['webhook-timestamp'],
        'webhook-signature': [HEADERS['webhook-signature']],
      }),
    ).toBe('accepted');
  });

  it('takes an ArrayBuffer and a view of a larger one', async () => {
    expect((await verifier().verify(BODY.slice().buffer, HEADERS)).id).toBe(VECTOR.id);
    const larger = new Uint8Array(BODY.length + 20);
    larger.set(BODY, 10);
    expect(await reasonOf(HEADERS, larger.subarray(10, 10 + BODY.length))).toBe('accepted');
  });

  describe('raw bytes only', () => {
    it.each([
      ['a parsed object', JSON.parse(VECTOR.body) as unknown],
      ['a string', VECTOR.body],
      ['nothing', undefined],
      ['null', null],
      ['an array of numbers', [...BODY]],
    ])('%s throws and says why', async (_, body) => {
      const failure: unknown = await verifier()
        .verify(body as Uint8Array, HEADERS)
        .catch((error: unknown) => error);
      expect(isPartnerServerError(failure) && failure.code).toBe('body-not-raw');
      expect((failure as Error).message).toMatch(/as it was received/);
    });

    it('a replacement character is not the byte that it replaced', async () => {
      const headers = await sign(utf8('{"name":"\uFFFD"}'));
      const bytes = Uint8Array.from([...utf8('{"name":"'), 0xff, ...utf8('"}')]);
      expect(await reasonOf(headers, bytes)).toBe('no-matching-signature');
    });

    it('a byte order mark before a signed body is not that body', async () => {
      expect(await reasonOf(HEADERS, Uint8Array.from([0xef, 0xbb, 0xbf, ...BODY]))).toBe('no-matching-signature');
    });

    it('bytes that are no UTF-8 are verified as they are', async () => {
      const bytes = Uint8Array.from([0xff, 0xfe, 0x00]);
      expect(await reasonOf(await sign(bytes), bytes)).toBe('accepted');
    });

    it('an empty body is verified as it is', async () => {
      expect(await reasonOf(await sign(new Uint8Array()), new Uint8Array())).toBe('accepted');
    });

    it('JSON is read exactly', () => {
      expect(parseJsonBytes(BODY)).toEqual({ test: 2_432_232_314 });
      for (const bytes of [
        utf8(''),
        utf8('nope'),
        utf8('\uFEFF{}'),
        Uint8Array.from([...utf8('{"a":"'), 0xff, ...utf8('"}')]),
      ])
        expect(() => parseJsonBytes(bytes)).toThrow(expect.objectContaining({ reason: 'not-json' }));
    });
  });

  describe('headers parsed whole and strictly', () => {
    it.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const)('%s missing or empty', async (name) => {
      const { [name]: _, ...rest } = HEADERS;
      expect(await reasonOf(rest)).toBe('missing-header');
      expect(await reasonOf({ ...HEADERS, [name]: undefined })).toBe('missing-header');
      expect(await reasonOf({ ...HEADERS, [name]: '' })).toBe('missing-header');
    });

    it.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const)('%s twice', async (name) => {
      expect(await reasonOf({ ...HEADERS, [name]: [HEADERS[name], HEADERS[name]] })).toBe('malformed-header');
      expect(await reasonOf({ ...HEADERS, [name.toUpperCase()]: HEADERS[name] })).toBe('malformed-header');
      const platform = new Headers(HEADERS);
      platform.append(name, HEADERS[name]);
      expect(await reasonOf(platform)).toBe('malformed-header');
    });

    it.each([
      '1614265330abc',
      '1614265330.5',
      '+1614265330',
      '-1',
      '0',
      '1e9',
      '0x60',
      ' 1614265330',
      '1'.repeat(13),
      'NaN',
    ])('timestamp %j', async (timestamp) => {
      expect(await reasonOf({ ...HEADERS, 'webhook-timestamp': timestamp })).toBe('malformed-header');
    });

    it.each(['msg.1', 'msg 1', 'msg\n1', 'm'.repeat(257), 'ü'])('id %j', async (id) => {
      expect(await reasonOf({ ...HEADERS, 'webhook-id': id })).toBe('malformed-header');
    });

    it.each([
      'v1',
      'v1,',
      'g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
      'v1,g0hM9SsE',
      'v1,g0hM9SsE+OTPJTGt_tmIKtSyZlE3uFJELVlNIOLJ1OE=',
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE',
      // Decodes to the same bytes as the true one, and is not the same text.
      'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OF=',
      `${VECTOR.signature} garbage`,
      `${VECTOR.signature}  ${VECTOR.signature}`,
      ` ${VECTOR.signature}`,
      `${VECTOR.signature},`,
      `V1,${VECTOR.signature.slice(3)}`,
    ])('signature %j', async (signature) => {
      expect(await reasonOf({ ...HEADERS, 'webhook-signature': signature })).toBe('malformed-header');
    });

    it('an honest signature of a version to come is passed over', async () => {
      expect(await reasonOf({ ...HEADERS, 'webhook-signature': `v2,AAAA ${VECTOR.signature}` })).toBe('accepted');
      expect(await reasonOf({ ...HEADERS, 'webhook-signature': 'v2,AAAA' })).toBe('no-matching-signature');
    });

    it('at most eight signatures, and ten thousand cost next to nothing', async () => {
      const wrong = `v1,${btoa('y'.repeat(32))}`;
      const list = (count: number): string => [...Array<string>(count - 1).fill(wrong), VECTOR.signature].join(' ');
      expect(await reasonOf({ ...HEADERS, 'webhook-signature': list(8) })).toBe('accepted');
      expect(await reasonOf({ ...HEADERS, 'webhook-signature': list(9) })).toBe('too-many-signatures');
      expect(await reasonOf({ ...HEADERS, 'webhook-signature': list(10_000) })).toBe('too-many-signatures');
    });

    it('whatever the headers are, the answer is a reason and never another error', async () => {
      const value = fc.oneof(
        fc.string(),
        fc.constantFrom(...Object.values(HEADERS)),
        fc.array(fc.string(), { maxLength: 2 }),
      );
      await fc.assert(
        fc.asyncProperty(
          fc.record({ 'webhook-id': value, 'webhook-timestamp': value, 'webhook-signature': value }),
          async (headers) => {
            expect(await reasonOf(headers)).toMatch(/^[a-z-]+$/);
          },
        ),
      );
    });
  });

  describe('tolerance on by default, both directions in time', () => {
    it.each([
      [-300, 'accepted'],
      [-301, 'timestamp-too-old'],
      [300, 'accepted'],
      [301, 'timestamp-too-new'],
      [86_400, 'timestamp-too-new'],
      [-31_536_000, 'timestamp-too-old'],
    ])('%i s', async (offSeconds, answer) => {
      expect(await reasonOf(await sign(BODY, NOW_MS + offSeconds * 1000))).toBe(answer);
    });

    it('can be narrowed and not switched off', async () => {
      expect(await reasonOf(await sign(BODY, NOW_MS - 11_000), BODY, { toleranceMs: 10_000 })).toBe(
        'timestamp-too-old',
      );
      for (const toleranceMs of [0, -1, Infinity, Number.NaN, 3_600_001])
        expect(() => verifier({ toleranceMs })).toThrow(TypeError);
    });

    it('the real clock by default', async () => {
      const now = createWebhookVerifier({ secrets: [VECTOR.secret] });
      await expect(now.verify(BODY, HEADERS)).rejects.toMatchObject({ reason: 'timestamp-too-old' });
      const headers = await signCallback({ secret: VECTOR.secret, body: BODY });
      expect((await now.verify(BODY, headers)).id).toBe(headers['webhook-id']);
    });
  });

  describe('several secrets for rotation', () => {
    it('the old and the new one are both good, a third is not', async () => {
      for (const secrets of [
        [OTHER_SECRET, VECTOR.secret],
        [VECTOR.secret, OTHER_SECRET],
      ])
        expect(await reasonOf(HEADERS, BODY, { secrets })).toBe('accepted');
      expect(await reasonOf(HEADERS, BODY, { secrets: [OTHER_SECRET] })).toBe('no-matching-signature');
    });

    it('one good signature of several is enough', async () => {
      const wrong = `v1,${btoa('y'.repeat(32))}`;
      expect(await reasonOf({ ...HEADERS, 'webhook-signature': `${wrong} ${VECTOR.signature}` })).toBe('accepted');
    });

    it.each([
      ['none', []],
      ['an empty one', ['']],
      ['one of a byte', [`whsec_${btoa('x')}`]],
      ['one of 23 bytes', [`whsec_${btoa('x'.repeat(23))}`]],
      ['one of 65 bytes', [`whsec_${btoa('x'.repeat(65))}`]],
      ['one without a prefix', [VECTOR.secret.slice(6)]],
      ['one that is no base64', ['whsec_!!!!']],
      ['nine', Array<string>(9).fill(VECTOR.secret)],
      ['a text instead of a list', VECTOR.secret as unknown as string[]],
    ])('%s is a mistake that is thrown at once, unquoted', (_, secrets) => {
      const failure = (() => {
        try {
          return verifier({ secrets });
        } catch (error) {
          return error;
        }
      })();
      expect(failure).toBeInstanceOf(TypeError);
      for (const secret of secrets)
        if (secret.length > 8) expect((failure as Error).message).not.toContain(secret.slice(6));
    });
  });

  describe('ed25519 (v1a)', () => {
    async function pair() {
      const keys = await crypto.subtle.generateKey({ name: 'Ed25519' }, true, ['sign', 'verify']);
      if (!('publicKey' in keys)) throw new Error('no key pair');
      const raw = new Uint8Array(await crypto.subtle.exportKey('raw', keys.publicKey));
      const text = `${VECTOR.id}.${VECTOR.timestamp}.${VECTOR.body}`;
      const signature = new Uint8Array(
        await crypto.subtle.sign('Ed25519', keys.privateKey, utf8(text) as BufferSource),
      );
      const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
      return { publicKey: `whpk_${base64(raw)}`, signature: `v1a,${base64(signature)}` };
    }

    it('accepts its own key’s signature and no other’s', async () => {
      const [mine, other] = [await pair(), await pair()];
      const headers = { ...HEADERS, 'webhook-signature': mine.signature };
      expect(await reasonOf(headers, BODY, { secrets: [mine.publicKey] })).toBe('accepted');
      expect(await reasonOf(headers, BODY, { secrets: [other.publicKey] })).toBe('no-matching-signature');
      expect(await reasonOf(headers, utf8('{}'), { secrets: [mine.publicKey] })).toBe('no-matching-signature');
      expect(await reasonOf(headers, BODY, { secrets: [VECTOR.secret, mine.publicKey] })).toBe('accepted');
    });

    it('a public key is not taken for an HMAC secret, nor a signature of one kind for the other', async () => {
      const mine = await pair();
      const bytes = `v1,${mine.signature.slice(4)}`;
      expect(await reasonOf({ ...HEADERS, 'webhook-signature': bytes }, BODY, { secrets: [mine.publicKey] })).toBe(
        'malformed-header',
      );
      expect(await reasonOf(HEADERS, BODY, { secrets: [mine.publicKey] })).toBe('no-matching-signature');
    });
  });

  it('any change of body, id, time or signature is noticed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(BODY.length - 1), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = BODY.slice();
        changed[at] = (changed[at] ?? 0) ^ change;
        expect(await reasonOf(HEADERS, changed)).toBe('no-matching-signature');
      }),
      { numRuns: 50 },
    );
    expect(await reasonOf({ ...HEADERS, 'webhook-id': `${VECTOR.id}x` })).toBe('no-matching-signature');
    expect(await reasonOf({ ...HEADERS, 'webhook-timestamp': String(VECTOR.timestamp + 1) })).toBe(
      'no-matching-signature',
    );
  });
});

describe('constant-time comparison', () => {
  it('compares whole byte strings and does not throw on odd lengths', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 8 }), fc.uint8Array({ maxLength: 8 }), (a, b) => {
        expect(constantTimeEqual(a, b)).toBe(Buffer.compare(a, b) === 0);
        expect(constantTimeEqual(a, a.slice())).toBe(true);
      }),
    );
  });
});

describe('header credentials', () => {
  const isGateway = createCredentialCheck({ clientId: 'IAB', passKey: 'secret' });

  it.each([
    [{ 'client-id': 'IAB', 'pass-key': 'secret' }, true],
    [{ 'Client-Id': 'IAB', 'Pass-Key': 'secret' }, true],
    [{ 'client-id': 'IAB', 'pass-key': 'secreT' }, false],
    [{ 'client-id': 'IAB', 'pass-key': 'secret2' }, false],
    [{ 'client-id': 'IAB', 'pass-key': '' }, false],
    [{ 'client-id': 'iab', 'pass-key': 'secret' }, false],
    [{ 'client-id': 'secret', 'pass-key': 'IAB' }, false],
    [{ 'pass-key': 'secret' }, false],
    [{}, false],
  ])('%j', async (headers, answer) => {
    expect(await isGateway(new Headers(headers as Record<string, string>))).toBe(answer);
  });

  it('empty credentials are a mistake: they would believe everybody', () => {
    expect(() => createCredentialCheck({ clientId: '', passKey: '' })).toThrow(TypeError);
  });
});
