import { describe, expect, it } from 'vitest';
import * as onekyc from '../../src/onekyc/index.ts';
import * as validators from '../../src/onekyc/validators.ts';
import { describeSources } from '../check-sources.ts';
import { readSpecification, type Node } from '../specification.ts';

const onekycSpecification = readSpecification('onekyc');
const { specification, operations } = onekycSpecification;
const { schemas, parameters, securitySchemes } = specification.components;

describeSources(onekycSpecification);

describe('public names', () => {
  const enumOf = (schema: string, property?: string): unknown => {
    const node = schemas[schema] ?? {};
    return property === undefined ? node['enum'] : (node['properties'] as Record<string, Node>)[property]?.['enum'];
  };

  it.each([
    ['FLOWS', onekyc.FLOWS, enumOf('Flow')],
    ['THEMES', onekyc.THEMES, enumOf('Theme')],
    ['USER_LOCALES', onekyc.USER_LOCALES, enumOf('InitiateFlowDetails', 'userLocale')],
    ['SUBMISSION_TYPES', onekyc.SUBMISSION_TYPES, enumOf('SubmissionType')],
    ['SUBMISSION_STATUSES', onekyc.SUBMISSION_STATUSES, enumOf('SubmissionStatus')],
    ['FINAL_STATUSES', onekyc.FINAL_STATUSES, enumOf('FinalStatus')],
    ['CALLBACK_STATUSES', onekyc.CALLBACK_STATUSES, enumOf('CallbackPayload', 'status')],
    ['SUBMISSION_RESULTS', onekyc.SUBMISSION_RESULTS, enumOf('SubmissionResult')],
    ['DOCUMENT_STATUSES', onekyc.DOCUMENT_STATUSES, enumOf('DocumentStatus')],
    ['RISK_LEVELS', onekyc.RISK_LEVELS, enumOf('VerificationResult', 'riskLevel')],
    ['NEXT_ACTIONS', onekyc.NEXT_ACTIONS, enumOf('NextAction')],
    ['LIVENESS_DECISIONS', onekyc.LIVENESS_DECISIONS, enumOf('LivenessDecision')],
    [
      'PolledSubmissionType',
      [...onekyc.SUBMISSION_TYPES, 'STANDALONE_IDENTITY_VERIFICATION'],
      enumOf('PolledSubmissionType'),
    ],
  ])('%s is the enum of the specification', (_, words, expected) => {
    expect(words).toEqual(expected);
  });

  it('FLOW_SOURCES are those that a request can name', () => {
    for (const source of onekyc.FLOW_SOURCES) {
      const redirects = { successRedirectionUrl: 'https://a.example', failureRedirectionUrl: 'https://b.example' };
      expect(validators.initiateFlowRequest.safeParse({ flow: 'KTP_SCAN', source, ...redirects }).success).toBe(true);
    }
  });

  it('PATHS are the paths', () => {
    expect(new Set<string>(Object.values(onekyc.PATHS))).toEqual(new Set(Object.keys(specification.paths)));
  });

  it('HEADERS are the headers', () => {
    const own = operations.flatMap(({ operation }) => operation.parameters ?? []);
    const named = [...own, ...Object.values(parameters), ...Object.values(securitySchemes)]
      .filter((node) => node['in'] === 'header')
      .map((node) => node['name']);
    expect(new Set<unknown>(Object.values(onekyc.HEADERS))).toEqual(new Set(named));
  });

  it('ORIGINS are the servers', () => {
    const token = specification.paths[onekyc.PATHS.partnerToken]?.servers?.map(({ url }) => url);
    expect([onekyc.ORIGINS.sandbox.token, onekyc.ORIGINS.production.token]).toEqual(token);
    expect([onekyc.ORIGINS.sandbox.gateway, onekyc.ORIGINS.production.gateway]).toEqual(
      specification.servers.map(({ url }) => url),
    );
  });

  it('has a validator for every schema', () => {
    const stems = Object.keys(schemas).map((name) => name.charAt(0).toLowerCase() + name.slice(1));
    expect(Object.keys(validators).sort()).toEqual(stems.sort());
  });
});
