// Prevents: a second committed copy of the specifications that drifts from the first. The package ships what `specs/`
// holds when it is built.
import { cpSync, globSync } from 'node:fs';
import { join } from 'node:path';

const specs = join(import.meta.dirname, '..', '..', 'specs');
for (const file of globSync('*.yaml', { cwd: specs })) {
  cpSync(join(specs, file), join(import.meta.dirname, 'dist', 'specs', file));
}
