import { describe, expect, it } from 'vitest';
import * as onekyc from '../../src/onekyc/index.ts';
import * as validators from '../../src/onekyc/validators.ts';
import { readSpecification } from '../specification.ts';

// Transcribed from the vendor's page of the Selfie Liveness flow, and not from the specification.

const { operations, specification } = readSpecification('onekyc');

interface Secured {
  readonly security?: readonly Readonly<Record<string, unknown>>[];
}

/** Names of the headers that an operation cannot do without. */
function neededBy(operationId: string): readonly unknown[] {
  const operation = operations.find((each) => each.operation.operationId === operationId)?.operation;
  const schemes = ((operation as Secured | undefined)?.security ?? []).flatMap((one) => Object.keys(one));
  const keys = schemes.map((name) => specification.components.securitySchemes[name]?.['name']);
  const parameters = (operation?.parameters ?? []).map((parameter) => {
    const { $ref } = parameter;
    const name = typeof $ref === 'string' ? $ref.split('/').at(-1) : undefined;
    return name === undefined ? parameter : (specification.components.parameters[name] ?? parameter);
  });
  return [...keys, ...parameters.filter(({ required }) => required === true).map(({ name }) => name)];
}

describe('words of the page', () => {
  it('the next actions are these three and no others', () => {
    const actions = ['RETRY', 'STATUS', 'EXIT'] as const satisfies readonly onekyc.NextAction[];
    expect([...onekyc.NEXT_ACTIONS].sort()).toEqual([...actions].sort());
    for (const action of actions) expect(validators.nextAction.parse(action)).toBe(action);
  });

  it('the base address of the example is the gateway of the sandbox', () => {
    expect(onekyc.ORIGINS.sandbox.gateway).toBe('https://onekyc.ky.id.sandbox.gopayapi.com');
  });

  it.each(Object.values(onekyc.ORIGINS).flatMap((origins) => Object.values(origins)))(
    '%s is of the form https://<domain>',
    (origin) => expect(origin).toMatch(/^https:\/\/[a-z0-9.-]+$/),
  );
});

describe('parameters of the page', () => {
  it.each([
    ['getPartnerToken', 'client_id', 'client-id'],
    ['getPartnerToken', 'passkey', 'pass-key'],
    ['postInitiateFlow', 'partner token', 'x-onekyc-token'],
    ['postInitiateFlow', 'Partner User Id', 'x-partner-user-id'],
    ['postInitiateFlow', 'Partner User Id Type', 'x-partner-user-id-type'],
    ['postInitiateFlow', 'Onboarding partner', 'x-onboarding-partner'],
    ['postInitiateFlow', 'correlationId, or partner session id', 'x-partner-session-id'],
    ['getSubmissionDetails', 'partner token', 'x-onekyc-token'],
  ])('%s cannot do without %s', (operationId, _, header) => {
    expect(neededBy(operationId)).toContain(header);
  });

  it('submission details are asked for by the correlation id', () => {
    const details = operations.find(({ operation }) => operation.operationId === 'getSubmissionDetails')?.operation;
    expect(JSON.stringify(details?.parameters)).toMatch(/PartnerSessionId/);
  });
});
