// Prevents: generated code that does not say what its specification says. Writes `src/generated/` from `specs/*.yaml`:
// types by openapi-typescript and validators by @hey-api/openapi-ts, both with the TypeScript 6 API that this package
// installs as `typescript` (TypeScript 7 has no compiler API).
//
// Usage: node generate.ts [--check]   --check writes to a temporary folder and fails on any difference
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createClient } from '@hey-api/openapi-ts';
import openapiTS, { astToString } from 'openapi-typescript';
import { parse } from 'yaml';

const SPECS = join(import.meta.dirname, '..', '..', 'specs');
const GENERATED = join(import.meta.dirname, 'src', 'generated');

const header = (spec: string): string =>
  `// Generated from specs/${basename(spec)} by \`pnpm run generate\`. Do not edit; \`generate:check\` compares.\n`;

/**
 * A specification without its examples, of which nothing is generated: an example may hold a key `$ref` of its own (a
 * reference into IDnow's vault), which the generator of the validators would follow.
 */
function withoutExamples(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutExamples);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, child]) => (key === 'examples' ? [] : [[key, withoutExamples(child)]])),
  );
}

/** Writes one folder per specification, with `paths.ts` (types) and `zod.ts` (validators). */
async function generate(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  for (const file of globSync('*.yaml', { cwd: SPECS }).sort()) {
    const spec = join(SPECS, file);
    const target = join(folder, basename(file, '.yaml'));
    const scratch = mkdtempSync(join(tmpdir(), 'bonafide-zod-'));
    try {
      // A default is what the server assumes when the property is left out, so the property stays optional.
      const types = astToString(await openapiTS(pathToFileURL(spec), { defaultNonNullable: false }));
      await createClient({
        input: withoutExamples(parse(readFileSync(spec, 'utf8'))) as Record<string, unknown>,
        output: { path: scratch, clean: true },
        logs: { file: false, level: 'silent' },
        plugins: [
          {
            name: 'zod',
            // An offset is RFC 3339 too; the generator's default takes only `Z`.
            dates: { offset: true },
            // Only the named schemas: operations are checked by those who serve or call them.
            requests: false,
            responses: false,
            webhooks: false,
            // The generator's default drops unknown keys even where the specification forbids or invites them.
            $resolvers: {
              object: (context) => {
                const { additionalProperties } = context.schema;
                const rest = additionalProperties === false ? 'never' : additionalProperties?.type;
                if (rest !== 'never' && rest !== 'unknown') return undefined;
                const kind = rest === 'never' ? 'strictObject' : 'looseObject';
                return context.$(context.symbols.z).attr(kind).call(context.nodes.shape(context));
              },
            },
          },
        ],
      });
      const validators = readFileSync(join(scratch, 'zod.gen.ts'), 'utf8').replace(
        /^\/\/ This file is auto-generated.*\n/,
        '',
      );
      mkdirSync(target, { recursive: true });
      writeFileSync(join(target, 'paths.ts'), header(file) + types);
      writeFileSync(join(target, 'zod.ts'), header(file) + validators);
    } finally {
      rmSync(scratch, { recursive: true, force: true });
    }
  }
}

const contents = (folder: string): Map<string, string> =>
  new Map(
    globSync('**/*.ts', { cwd: folder }).map((file) => [
      file.split(sep).join('/'),
      readFileSync(join(folder, file), 'utf8'),
    ]),
  );

/** Names of the files that differ between two folders. */
function differences(a: string, b: string): string[] {
  const [left, right] = [contents(a), contents(b)];
  return [...new Set([...left.keys(), ...right.keys()])].filter((file) => left.get(file) !== right.get(file)).sort();
}

if (process.argv.includes('--check')) {
  const folder = mkdtempSync(join(tmpdir(), 'bonafide-generated-'));
  try {
    await generate(folder);
    const stale = differences(folder, GENERATED);
    for (const file of stale) console.error(`src/generated/${file} is not what specs/ says: run \`pnpm run generate\``);
    if (stale.length > 0) process.exitCode = 1;
    else console.log(`${contents(folder).size} generated files are what specs/ says`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
} else {
  await generate(GENERATED);
}
