import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CHANNELS,
  knownWords,
  layersOf,
  toOutcomeAssure,
  toOutcomeFaceOidc,
  toOutcomeIdnow,
  toOutcomeMosaic,
  toOutcomeOfWord,
  toOutcomeOneKyc,
  type Outcome,
  type WordSystem,
} from '../../src/outcome/index.ts';
import * as validators from '../../src/outcome/validators.ts';

const SYSTEMS: readonly WordSystem[] = ['onekyc', 'assure', 'onfido', 'svipe', 'iproov', 'idnow', 'keyless', 'mosaic'];
const RUNS = { numRuns: 2000 };

const wordsOf = (...systems: readonly WordSystem[]): fc.Arbitrary<unknown> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom(
        ...systems.flatMap((system) => layersOf(system).flatMap((layer) => knownWords(system, layer))),
      ),
    },
    { weight: 1, arbitrary: fc.string() },
    { weight: 1, arbitrary: fc.constantFrom('valid', 'Accepted', 'APPROVED', 'ok', 'true', '__proto__', 'toString') },
    { weight: 1, arbitrary: fc.jsonValue() },
  );

/** A value as a text: what an SDK's event would carry. */
const text = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

/** An object with some of these fields. */
const some = (fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Record<string, unknown>> =>
  fc.record(fields, { requiredKeys: [] });

const word = wordsOf(...SYSTEMS);

/** The words that a provider's own pages call a pass, written down apart from the tables; nothing else may be accepted. */
const PASSES = {
  onekyc: (data: Record<string, unknown>): boolean =>
    data['result'] === 'VALID' && (data['status'] === 'COMPLETED' || data['status'] === 'PARTIALLY_COMPLETED'),
  assure: (body: Record<string, unknown>): boolean => body['status'] === 'accepted',
  idnow: (body: Record<string, unknown>): boolean =>
    body['sessionStatus'] === 'COMPLETED' && body['outcome'] === 'accepted',
  mosaic: (body: Record<string, unknown>): boolean =>
    body['status'] === 'complete' && ['ALLOW', 'allow'].includes(text(body['recommendation'])),
};

const accepts = ({ decision, authoritative }: Outcome): boolean => {
  if (decision === 'accepted') expect(authoritative).toBe(true);
  return decision === 'accepted';
};

describe('nothing is accepted without an authoritative positive word', () => {
  it('OneKYC', () => {
    let accepted = 0;
    const onekyc = wordsOf('onekyc');
    const data = some({
      status: fc.oneof(onekyc, fc.constantFrom('COMPLETED', 'PARTIALLY_COMPLETED')),
      result: fc.oneof(onekyc, fc.constant('VALID')),
      reasonCode: fc.oneof(onekyc, fc.constant(null)),
      flow: onekyc,
    });
    fc.assert(
      fc.property(data, fc.boolean(), (body, verified) => {
        const isAccepted = accepts(toOutcomeOneKyc({ from: 'details', body: { data: body } }));
        if (isAccepted) accepted += 1;
        if (isAccepted) expect(PASSES.onekyc(body)).toBe(true);
        if (accepts(toOutcomeOneKyc({ from: 'callback', body, verified })))
          expect(verified && PASSES.onekyc(body)).toBe(true);
        expect(
          accepts(toOutcomeOneKyc({ from: 'status', body: { ...body, verificationResult: { isApproved: true } } })),
        ).toBe(false);
        expect(accepts(toOutcomeOneKyc({ from: 'sdk', result: body }))).toBe(false);
        expect(accepts(toOutcomeOneKyc({ from: 'redirect', query: body as Record<string, string> }))).toBe(false);
        expect(
          accepts(toOutcomeOneKyc({ from: 'error', httpStatus: 200, body: { errors: [{ cause: body['result'] }] } })),
        ).toBe(false);
      }),
      RUNS,
    );
    expect(accepted).toBeGreaterThan(0);
  });

  it('Assure', () => {
    let accepted = 0;
    const onfido = wordsOf('assure', 'onfido');
    const document = some({ result: onfido, subResult: onfido, documentType: onfido, imageIntegrity: onfido });
    const body = some({
      status: fc.oneof(onfido, fc.constant('accepted')),
      failReason: some({ type: onfido }),
      providerSpecific: some({ documentVerification: document, facialSimilarity: document }),
      code: onfido,
    });
    fc.assert(
      fc.property(body, (process) => {
        const isAccepted = accepts(toOutcomeAssure({ from: 'process', body: process }));
        if (isAccepted) accepted += 1;
        if (isAccepted) expect(PASSES.assure(process)).toBe(true);
        expect(accepts(toOutcomeAssure({ from: 'callback', body: process }))).toBe(false);
        expect(accepts(toOutcomeAssure({ from: 'redirect', query: process as Record<string, string> }))).toBe(false);
        expect(accepts(toOutcomeAssure({ from: 'error', httpStatus: 200, body: process }))).toBe(false);
      }),
      RUNS,
    );
    expect(accepted).toBeGreaterThan(0);
  });

  it('IDnow', () => {
    let accepted = 0;
    const idnow = wordsOf('idnow', 'keyless');
    const body = some({
      sessionStatus: fc.oneof(idnow, fc.constant('COMPLETED')),
      outcome: fc.oneof(idnow, fc.constant('accepted')),
      lastStep: some({ verdict: idnow, stepType: idnow, stepDescription: fc.constant('Biometric Enrollment') }),
      results: some({
        verification: some({
          status: idnow,
          methods: fc.array(some({ checks: fc.array(some({ livenessDetection: idnow })) })),
        }),
        authenticationResult: some({ result: idnow, reason: some({ code: idnow }) }),
      }),
    });
    fc.assert(
      fc.property(body, idnow, fc.boolean(), (session, said, verified) => {
        const isAccepted = accepts(toOutcomeIdnow({ from: 'session', body: session }));
        if (isAccepted) accepted += 1;
        if (isAccepted) expect(PASSES.idnow(session)).toBe(true);
        if (accepts(toOutcomeIdnow({ from: 'verification', body: { status: said } }))) expect(said).toBe('verified');
        if (accepts(toOutcomeIdnow({ from: 'authentication', body: { result: said } }))) expect(said).toBe('success');
        const claims = { data: { payload: { sessionStatus: said }, lastStepStatus: said } };
        expect(accepts(toOutcomeIdnow({ from: 'event', claims, verified }))).toBe(false);
        expect(accepts(toOutcomeIdnow({ from: 'keyless-event', event: text(said), message: text(said) }))).toBe(false);
        expect(accepts(toOutcomeIdnow({ from: 'redirect', query: session as Record<string, string> }))).toBe(false);
        expect(accepts(toOutcomeIdnow({ from: 'error', httpStatus: 200, body: { error: said } }))).toBe(false);
      }),
      RUNS,
    );
    expect(accepted).toBeGreaterThan(0);
  });

  it('Mosaic', () => {
    let accepted = 0;
    const mosaic = wordsOf('mosaic');
    const check = some({ recommendation: mosaic, reasons: fc.array(mosaic, { maxLength: 2 }) });
    const body = some({
      status: fc.oneof(mosaic, fc.constant('complete')),
      recommendation: fc.oneof(mosaic, fc.constant('ALLOW')),
      checks: some({ biometric_liveness: check, risk_recommendation: check }),
      type: mosaic,
      journeyStepId: mosaic,
      recapture_reason: mosaic,
      sessionId: mosaic,
    });
    fc.assert(
      fc.property(body, mosaic, (result, said) => {
        const isAccepted = accepts(toOutcomeMosaic({ from: 'result', body: result }));
        if (isAccepted) accepted += 1;
        if (isAccepted) expect(PASSES.mosaic(result)).toBe(true);
        if (accepts(toOutcomeMosaic({ from: 'face-auth', body: result }))) expect(PASSES.mosaic(result)).toBe(true);
        expect(accepts(toOutcomeMosaic({ from: 'status', body: result }))).toBe(false);
        expect(accepts(toOutcomeMosaic({ from: 'journey', response: result }))).toBe(false);
        expect(accepts(toOutcomeMosaic({ from: 'redirect', query: result as Record<string, string> }))).toBe(false);
        expect(accepts(toOutcomeMosaic({ from: 'sdk', event: text(said), reason: text(said) }))).toBe(false);
        expect(accepts(toOutcomeMosaic({ from: 'error', httpStatus: 200, body: result }))).toBe(false);
      }),
      RUNS,
    );
    expect(accepted).toBeGreaterThan(0);
  });

  it('Face OIDC', () => {
    let accepted = 0;
    const said = wordsOf('svipe', 'iproov');
    const claims = some({
      sub: fc.string(),
      'com.svipe:face_present': fc.oneof(said, some({ state: fc.constantFrom('a', 'b') })),
      acr: said,
    });
    fc.assert(
      fc.property(claims, said, fc.constantFrom('a', null), (held, heard, state) => {
        const proof = held['com.svipe:face_present'];
        const isAccepted = accepts(toOutcomeFaceOidc({ from: 'claims', claims: held, state }));
        if (isAccepted) accepted += 1;
        if (isAccepted) expect(proof === null || proof === undefined || proof === '').toBe(false);
        if (isAccepted && state !== null) expect((proof as { state?: unknown }).state).not.toBe('b');
        const query = { code: text(heard), error: undefined, state: 'a' };
        expect(accepts(toOutcomeFaceOidc({ from: 'redirect', query }))).toBe(false);
        expect(accepts(toOutcomeFaceOidc({ from: 'redirect', query: { error: text(heard) } }))).toBe(false);
        expect(accepts(toOutcomeFaceOidc({ from: 'token-error', httpStatus: 200, body: { error: heard } }))).toBe(
          false,
        );
        expect(accepts(toOutcomeFaceOidc({ from: 'iproov-event', event: text(heard), feedback: text(heard) }))).toBe(
          false,
        );
        if (accepts(toOutcomeFaceOidc({ from: 'iproov-validate', body: { passed: heard } }))) expect(heard).toBe(true);
      }),
      RUNS,
    );
    expect(accepted).toBeGreaterThan(0);
  });

  it('a single word, by whichever way', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SYSTEMS),
        fc.nat(),
        word,
        fc.constantFrom(...CHANNELS),
        (system, index, said, channel) => {
          const layers = layersOf(system);
          const layer = layers[index % layers.length];
          if (layer === undefined) throw new Error('a system without words');
          if (accepts(toOutcomeOfWord({ system, layer, word: text(said), channel }))) {
            expect(['api', 'callback', 'token']).toContain(channel);
            expect(knownWords(system, layer)).toContain(text(said));
          }
        },
      ),
      RUNS,
    );
  });
});

describe('every mapping is total', () => {
  const maps: readonly (readonly [string, (value: unknown) => Outcome])[] = [
    ['OneKYC details', (body) => toOutcomeOneKyc({ from: 'details', body })],
    ['OneKYC callback', (body) => toOutcomeOneKyc({ from: 'callback', body, verified: true })],
    ['OneKYC status', (body) => toOutcomeOneKyc({ from: 'status', body })],
    ['OneKYC SDK', (result) => toOutcomeOneKyc({ from: 'sdk', result })],
    ['OneKYC error', (body) => toOutcomeOneKyc({ from: 'error', httpStatus: 500, body })],
    ['Assure process', (body) => toOutcomeAssure({ from: 'process', body })],
    ['Assure callback', (body) => toOutcomeAssure({ from: 'callback', body })],
    ['Assure error', (body) => toOutcomeAssure({ from: 'error', httpStatus: 400, body })],
    ['IDnow session', (body) => toOutcomeIdnow({ from: 'session', body })],
    ['IDnow verification', (body) => toOutcomeIdnow({ from: 'verification', body })],
    ['IDnow authentication', (body) => toOutcomeIdnow({ from: 'authentication', body })],
    ['IDnow event', (claims) => toOutcomeIdnow({ from: 'event', claims, verified: true })],
    ['Mosaic result', (body) => toOutcomeMosaic({ from: 'result', body })],
    ['Mosaic status', (body) => toOutcomeMosaic({ from: 'status', body })],
    ['Mosaic journey', (response) => toOutcomeMosaic({ from: 'journey', response })],
    ['Face OIDC claims', (claims) => toOutcomeFaceOidc({ from: 'claims', claims, state: 'a' })],
    ['Face OIDC validation', (body) => toOutcomeFaceOidc({ from: 'iproov-validate', body })],
  ];

  it.each(maps)('%s: any JSON gives an outcome', (_, map) => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const outcome = map(value);
        expect(validators.outcome.safeParse(outcome).success).toBe(true);
        expect(outcome.native.raw).toBe(value);
        expect(outcome.decision).not.toBe('accepted');
      }),
      { numRuns: 300 },
    );
  });
});
