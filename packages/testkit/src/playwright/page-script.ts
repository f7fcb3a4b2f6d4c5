import { fileURLToPath } from 'node:url';

/** Where a script that runs in pages lies, for `addInitScript`. */
export function pageScript(name: 'page-bodies' | 'page-camera' | 'page-events' | 'page-specimens'): string {
  return fileURLToPath(new URL(`../page-scripts/${name}.js`, import.meta.url));
}
