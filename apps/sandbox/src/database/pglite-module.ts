import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

let compiled: Promise<WebAssembly.Module | null> | null = null;

/**
 * PGlite's WebAssembly, compiled once per process; null when the package keeps it elsewhere one day. Left to itself each
 * instance compiles again, which is a third of a start.
 */
export function pgliteModule(): Promise<WebAssembly.Module | null> {
  compiled ??= (async () => {
    try {
      const entry = import.meta.resolve('@electric-sql/pglite');
      return await WebAssembly.compile(await readFile(fileURLToPath(new URL('pglite.wasm', entry))));
    } catch {
      return null;
    }
  })();
  return compiled;
}
