import { describe, expect, it } from 'vitest';
import * as captureBackend from '../../src/capture-backend/index.ts';
import * as validators from '../../src/capture-backend/validators.ts';
import { readSpecification } from '../specification.ts';
import { asJson, validatorOf } from '../validator-of.ts';

const { specification, operations, examples } = readSpecification('capture-backend');
const { schemas, securitySchemes } = specification.components;

describe('public names', () => {
  it.each([
    ['CAPTURE_DEPICTIONS', captureBackend.CAPTURE_DEPICTIONS, 'CaptureDepiction'],
    ['DOCUMENT_SIDES', captureBackend.DOCUMENT_SIDES, 'DocumentSide'],
    ['CAPTURE_STATUSES', captureBackend.CAPTURE_STATUSES, 'CaptureStatus'],
    ['HANDOVER_STATUSES', captureBackend.HANDOVER_STATUSES, 'HandoverStatus'],
    ['REFUSAL_CODES', captureBackend.REFUSAL_CODES, 'RefusalCode'],
  ])('%s is the enum of the specification', (_, words, schema) => {
    expect(words).toEqual(schemas[schema]?.['enum']);
  });

  it('FINAL_STATUSES are the statuses but for those on the way', () => {
    expect(['pending', 'processing', 'recapture', ...captureBackend.FINAL_STATUSES]).toEqual(
      captureBackend.CAPTURE_STATUSES,
    );
  });

  it('PATHS are the paths', () => {
    expect(new Set<string>(Object.values(captureBackend.PATHS))).toEqual(new Set(Object.keys(specification.paths)));
  });

  it('HEADERS are the headers', () => {
    const names = Object.values(securitySchemes)
      .filter((scheme) => scheme['in'] === 'header')
      .map((scheme) => scheme['name']);
    expect(Object.values(captureBackend.HEADERS)).toEqual(names);
  });

  it('has a validator for every schema', () => {
    const stems = Object.keys(schemas).map((name) => name.charAt(0).toLowerCase() + name.slice(1));
    expect(Object.keys(validators).sort()).toEqual(stems.sort());
  });

  it('RECAPTURE_REASONS are those that the specification names', () => {
    const { reason } = (schemas['Recapture']?.['properties'] ?? {}) as Record<string, { description: string }>;
    expect(captureBackend.RECAPTURE_REASONS).toEqual(
      [...(reason?.description ?? '').matchAll(/`([a-z-]+)`/g)].map(([, word]) => word),
    );
  });

  it('every refusal code but those of routing has an example, with one answer to whether it may pass', () => {
    const refusals = examples
      .filter(({ schema }) => schema === 'Refusal')
      .map(({ value }) => value as captureBackend.Refusal);
    const retryable = new Map<string, Set<boolean>>();
    for (const { code, retryable: may } of refusals)
      retryable.set(code, new Set([...(retryable.get(code) ?? []), may]));
    expect([...retryable.keys(), 'method-not-allowed'].sort()).toEqual([...captureBackend.REFUSAL_CODES].sort());
    expect([...retryable.values()].map(({ size }) => size)).toEqual([...retryable.values()].map(() => 1));
  });
});

it('no answer to the page has a field of the document, the person or the decision', () => {
  const answers = operations.flatMap(({ operation }) =>
    Object.values(operation.responses).flatMap(({ content }) =>
      Object.values(content ?? {}).flatMap(({ schema }) => schema?.$ref?.split('/').at(-1) ?? []),
    ),
  );
  const fields = new Set<string>();
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { $ref, properties } = node as { $ref?: string; properties?: object };
    if ($ref !== undefined) walk(schemas[$ref.split('/').at(-1) ?? '']);
    for (const name of Object.keys(properties ?? {})) fields.add(name);
    for (const child of Object.values(node)) walk(child);
  };
  for (const name of new Set(answers)) walk(schemas[name]);
  const known =
    'at attempts captureNonce captureToken code confirmWithinSeconds consent consents countryOfResidence depiction depictions digest ' +
    'documents documentType expiresInSeconds granted handoverId issuingCountries issuingCountry max message privacy ' +
    'processId reason recapture received requiredIn requirements retryable secret selfie sides status title url used ' +
    'version';
  expect([...fields].sort()).toEqual(known.split(' ').sort());
});

describe('examples of the specification', () => {
  it('are there', () => expect(examples.length).toBeGreaterThan(40));

  it.each(examples.map((example) => [example.title, example] as const))('%s', (_, { schema, value }) => {
    expect(asJson(validatorOf(validators, schema).parse(value))).toEqual(value);
  });
});

describe('wrong forms do not pass', () => {
  const consent = { granted: true, version: '1', at: '2026-03-01T04:05:06Z' };
  it.each([
    ['no document', 'CreateProcess', {}],
    ['a country in two letters', 'CreateProcess', { documentType: 'passport', countryOfResidence: 'US' }],
    ['a consent without its version', 'ProcessConsents', { privacy: { ...consent, version: undefined } }],
    ['a consent at some time', 'ProcessConsents', { privacy: { ...consent, at: 'yesterday' } }],
    ['a consent that is no yes or no', 'ProcessConsents', { privacy: { ...consent, granted: 'yes' } }],
    ['a digest in capitals', 'StartVerification', { evidence: { front: { digest: 'A'.repeat(64) } } }],
    ['a check of a document without sides', 'ProcessRequirements', { sides: [], selfie: true }],
    ['a status of the gateway alone', 'CaptureStatus', 'approved'],
    ['a link without its secret', 'CreatedHandover', { handoverId: '1', expiresInSeconds: 300 }],
    ['a link that is over', 'CreatedHandover', { handoverId: '1', secret: 'x', expiresInSeconds: 0 }],
    ['a phone that shows nothing', 'ClaimedHandover', { captureToken: 'x', code: '', confirmWithinSeconds: 120 }],
    ['a phone that nobody named', 'ConfirmHandover', {}],
    ['a hand-over that is over as a status', 'HandoverStatus', 'expired'],
    ['a refusal without a code', 'Refusal', { message: 'x', retryable: false }],
  ])('%s', (_, schema, value) => {
    expect(validatorOf(validators, schema).safeParse(value).success).toBe(false);
  });
});
