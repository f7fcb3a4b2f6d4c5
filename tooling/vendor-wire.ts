// Prevents: a published package that imports the private @bonafide/wire, and two hand-kept copies of the same retry
// policy. Run by the build of each package that uses wire: its build is copied to ./dist/wire, where the package's
// own `#wire/*` import map points.
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const from = join(import.meta.dirname, '..', 'packages', 'wire', 'dist');
const to = join(process.cwd(), 'dist', 'wire');

if (!existsSync(from)) {
  console.error('packages/wire is not built; run `pnpm exec turbo run build`.');
  process.exit(1);
}
rmSync(to, { recursive: true, force: true });
cpSync(from, to, { recursive: true, filter: (source) => !/\.test\.|[/\\]testing(?:[/\\.]|$)/.test(source) });
