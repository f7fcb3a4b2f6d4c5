import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Where everything that the site shows is read from. */
export const ROOT = join(import.meta.dirname, '../../..');

/** The text of a file, by its path from the root. */
export function readText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Whether the repository has this file or folder. */
export function has(path: string): boolean {
  return existsSync(join(ROOT, path));
}

export function isFolder(path: string): boolean {
  return has(path) && statSync(join(ROOT, path)).isDirectory();
}

/**
 * The part of a page under the heading with this anchor, without the heading; of the page's own title, only what comes
 * before the next heading. Throws when there is none: a page that was
 * reorganised must not leave a hole in another.
 */
export function readSection(path: string, anchor: string): string {
  const lines = readText(path).split('\n');
  let fenced = false;
  let level = 0;
  const taken: string[] = [];
  for (const line of lines) {
    if (line.startsWith('```')) fenced = !fenced;
    const heading = fenced ? null : /^(#{1,6}) (.*)$/.exec(line);
    const depth = heading?.[1]?.length ?? 0;
    if (level > 0 && depth > 0 && (depth <= level || level === 1)) break;
    if (level > 0) taken.push(line);
    else if (heading && toAnchor(heading[2] ?? '') === anchor) level = depth;
  }
  if (level === 0) throw new Error(`${path} has no heading #${anchor}`);
  return taken.join('\n').trim();
}

/** The anchor of a heading, as hosts of repositories make it. */
export function toAnchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');
}
