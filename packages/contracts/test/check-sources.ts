import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Node, readSpecification } from './specification.ts';

const SOURCES = ['documented', 'observed', 'inferred', 'unknown', 'extension'];
/** Nothing that a client may count on with the vendor. */
const OURS = ['unknown', 'extension'];

/** The schema that a property refers to, or nothing. */
const refName = ({ $ref }: Node): string => (typeof $ref === 'string' ? ($ref.split('/').at(-1) ?? '') : '');

/** Declares the tests that hold a description of a vendor's interface to saying where each of its facts comes from. */
export function describeSources({ name, specification, operations }: ReturnType<typeof readSpecification>): void {
  const { schemas, parameters, securitySchemes } = specification.components;
  const properties = Object.entries(schemas).flatMap(([owner, schema]) =>
    Object.entries((schema['properties'] ?? {}) as Record<string, Node>).map(
      ([property, node]) => ({ path: `${owner}.${property}`, schema, property, node }) as const,
    ),
  );

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

    it('is nothing but the five words anywhere', () => {
      const found = new Set<unknown>();
      const walk = (value: unknown): void => {
        if (typeof value !== 'object' || value === null) return;
        if ('x-source' in value) found.add(value['x-source']);
        for (const child of Object.values(value)) walk(child);
      };
      walk(specification);
      expect(SOURCES).toEqual(expect.arrayContaining([...found]));
      expect(found).toContain('documented');
    });

    it('marks a property of a documented schema that refers to an extension', () => {
      const unmarked = properties
        .filter(({ schema, node }) => {
          const target = schemas[refName(node)];
          return (
            schema['x-source'] !== 'extension' &&
            target?.['x-source'] === 'extension' &&
            node['x-source'] !== 'extension'
          );
        })
        .map(({ path }) => path);
      expect(unmarked).toEqual([]);
    });

    it('never makes an extension, or what is not known, required of the vendor', () => {
      const required = properties
        .filter(
          ({ schema, property, node }) =>
            !OURS.includes(schema['x-source'] as string) &&
            OURS.includes(node['x-source'] as string) &&
            ((schema['required'] ?? []) as readonly string[]).includes(property),
        )
        .map(({ path }) => path);
      expect(required).toEqual([]);
    });
  });

  it('SOURCES.md has a place for every operation and schema', () => {
    const page = readFileSync(join(import.meta.dirname, '..', '..', '..', 'specs', 'SOURCES.md'), 'utf8');
    const section = page.split(/^## /m).find((text) => text.startsWith(`\`${name}.yaml\``)) ?? '';
    const rows = section.split('\n').filter((line) => line.startsWith('|'));
    const names = [...operations.map(({ operation }) => operation.operationId), ...Object.keys(schemas)];
    expect(names.filter((each) => !rows.some((row) => row.split('|')[1]?.includes(`\`${each}\``)))).toEqual([]);
  });
}
