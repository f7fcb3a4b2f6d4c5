import { turnQuad } from '../quad.ts';
import type { FoundDocument } from './find-document.ts';

/** The same outline, read the other way up. */
export function turnFound(found: FoundDocument): FoundDocument {
  const edges = [2, 3, 0, 1].map((side) => found.edges[side] ?? []);
  return { ...found, quad: turnQuad(found.quad, 2), edges };
}
