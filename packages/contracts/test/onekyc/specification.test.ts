import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as onekyc from '../../src/onekyc/index.ts';
import * as validators from '../../src/onekyc/validators.ts';
import { operations, specification, type Node } from './specification.ts';

const SOURCES = ['documented', 'inferred', 'extension'];
const { schemas, parameters, securitySchemes } = specification.components;

/** The schema that a property refers to, or nothing. */
const refName = ({ $ref }: Node): string => (typeof $ref === 'string' ? ($ref.split('/').at(-1) ?? '') : '');

describe('x-source', () => {
  it.each(operations.map((entry) => [entry.operation.operationId, entry.operation] as const))(
    '%s, its parameters and its responses say where they come from',
    (_, operation) => {
      expect(SOURCES).toContain(operation['x-source']);
      for (const parameter of operation.parameters ?? []) {
        if (!('$ref' in parameter)) expect(SOURCES, String(parameter['name'])).toContain(parameter['x-source']);
      }
      for (const [status, response] of Object.entries(operation.responses)) {
        expect(SOURCES, status).toContain(response['x-source']);
      }
    },
  );

  it.each(Object.entries({ ...schemas, ...parameters, ...securitySchemes }))(
    '%s says where it comes from',
    (_, node) => {
      expect(SOURCES).toContain(node['x-source']);
    },
  );

  it('is nothing but the three words anywhere', () => {
    const found = new Set<unknown>();
    const walk = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      if ('x-source' in value) found.add(value['x-source']);
      for (const child of Object.values(value)) walk(child);
    };
    walk(specification);
    expect(found).toEqual(new Set(SOURCES));
  });

  it('marks a property of a documented schema that refers to an extension', () => {
    const unmarked: string[] = [];
    for (const [name, schema] of Object.entries(schemas)) {
      if (schema['x-source'] === 'extension') continue;
      for (const [property, node] of Object.entries((schema['properties'] ?? {}) as Record<string, Node>)) {
        const target = schemas[refName(node)];
        if (target?.['x-source'] === 'extension' && node['x-source'] !== 'extension')
          unmarked.push(`${name}.${property}`);
      }
    }
    expect(unmarked).toEqual([]);
  });

  it('never makes an extension required of the vendor', () => {
    const required: string[] = [];
    for (const [name, schema] of Object.entries(schemas)) {
      if (schema['x-source'] === 'extension') continue;
      const names = (schema['required'] ?? []) as readonly string[];
      for (const [property, node] of Object.entries((schema['properties'] ?? {}) as Record<string, Node>)) {
        if (node['x-source'] === 'extension' && names.includes(property)) required.push(`${name}.${property}`);
      }
    }
    expect(required).toEqual([]);
  });
});

it('SOURCES.md has a place for every operation and schema', () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', '..', '..', 'specs', 'SOURCES.md'), 'utf8');
  const rows = page.split('\n').filter((line) => line.startsWith('|'));
  const names = [...operations.map(({ operation }) => operation.operationId), ...Object.keys(schemas)];
  expect(names.filter((name) => !rows.some((row) => row.split('|')[1]?.includes(`\`${name}\``)))).toEqual([]);
});

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
