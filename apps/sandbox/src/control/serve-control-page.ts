import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const FILES: Readonly<Record<string, readonly [file: string, type: string]>> = {
  '': ['index.html', 'text/html; charset=utf-8'],
  'control.css': ['control.css', 'text/css; charset=utf-8'],
  ...Object.fromEntries(
    [
      'control',
      'clients',
      'dom',
      'logins',
      'panel',
      'parts',
      'processes',
      'sessions',
      'submissions',
      'verifications',
    ].map((name) => [`${name}.js`, [`${name}.js`, 'text/javascript; charset=utf-8']]),
  ),
};

/** The control page's files. */
export async function serveControlPage(name: string): Promise<Response> {
  const entry = Object.hasOwn(FILES, name) ? FILES[name] : undefined;
  if (entry === undefined) return Response.json({ error: 'not found' }, { status: 404 });
  const [file, type] = entry;
  const bytes = await readFile(join(import.meta.dirname, 'page', file));
  return new Response(new Uint8Array(bytes), { headers: { 'content-type': type } });
}
