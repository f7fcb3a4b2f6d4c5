// Prevents: typings that let everything pass. Runs a type checker on files in which every line after one that says "wrong"
// must not compile, and compares line by line: an error that does not come is a failure, and so is one that nobody expects.
//
// Usage: node expect-type-errors.ts <file> <command> [arguments]
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

/** `file(line,column)` of tsc and those made on it; `"file" line:column` of svelte-check; `file:line:column` of ngc. */
const PLACE = /^(?:\S+ ERROR )?"?([^\s"():]+)"?(?:\(| |:)(\d+)[,:]\d+/gm;

/** Lines that must not compile, counted from 1. */
export function wrongLines(source: string): number[] {
  return source.split('\n').flatMap((line, index) => (/(?:<!--|\/\/|\/\*) wrong: /.test(line) ? [index + 2] : []));
}

/** Lines of a file that a type checker complains of. */
export function linesOf(output: string, file: string): number[] {
  const lines = [...stripVTControlCharacters(output).matchAll(PLACE)].flatMap(([, path = '', line]) =>
    basename(path) === basename(file) ? [Number(line)] : [],
  );
  return [...new Set(lines)].sort((one, other) => one - other);
}

function main([file = '', command = '', ...rest]: readonly string[]): void {
  const { status, stdout, stderr, error } = spawnSync(command, rest, { encoding: 'utf8' });
  if (error) throw error;
  const expected = wrongLines(readFileSync(file, 'utf8'));
  const found = linesOf(stdout + stderr, file);
  const missing = expected.filter((line) => !found.includes(line));
  const others = found.filter((line) => !expected.includes(line));
  for (const line of missing) console.error(`${file}:${line} compiles and should not`);
  for (const line of others) console.error(`${file}:${line} does not compile and should`);
  if (expected.length === 0 || status === 0 || missing.length + others.length > 0) {
    console.error(stdout + stderr);
    process.exitCode = 1;
  } else console.log(`${file}: ${expected.length} wrong lines, each refused`);
}

if (import.meta.main) main(process.argv.slice(2));
