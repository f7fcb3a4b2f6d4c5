import { PATHS } from '@bonafide/contracts/assure';
import type { ImageServiceRequest } from '@bonafide/contracts/assure';
import { problem } from './problem.ts';

/** What a fake Assure gateway keeps beside processes: user data and pictures of dossiers, capture configurations. */
export interface FakeAssureContents {
  /** Undefined for a path that is none of these. */
  answerBelow(method: string, dossierId: string, below: string, body: unknown): Response | undefined;
  answerOutside(method: string, path: string, body: unknown): Response | undefined;
  forget(dossierId: string): void;
}

const CONFIGURATION = PATHS.captureConfiguration.replace('{configurationId}', '');

export function createFakeAssureContents(): FakeAssureContents {
  const kept = new Map<string, unknown>();
  const configurations = new Map<string, unknown>();
  const done = (): Response => new Response(null, { status: 204 });

  function answerConfiguration(method: string, path: string, body: unknown): Response {
    const isThere = configurations.has(path);
    if (method === 'POST' ? isThere : !isThere) return problem(isThere ? 409 : 404, isThere ? 'conflict' : 'not-found');
    if (method !== 'GET') configurations.set(path, body);
    return Response.json(configurations.get(path), { status: method === 'POST' ? 201 : 200 });
  }

  return {
    answerBelow(method, dossierId, below, body) {
      if (below !== 'userdata' && below !== 'files') return undefined;
      const key = `${dossierId} ${below}`;
      if (method === 'GET') return kept.has(key) ? Response.json(kept.get(key)) : problem(404, 'not-found');
      if (method === 'DELETE') return kept.delete(key) ? done() : problem(404, 'not-found');
      kept.set(key, below === 'files' ? { ...(kept.get(key) as object | undefined), ...(body as object) } : body);
      return done();
    },
    answerOutside(method, path, body) {
      if (path.startsWith(CONFIGURATION)) return answerConfiguration(method, path, body);
      // Back as it came: nothing is looked at.
      if (path === PATHS.watermark || path === PATHS.redact)
        return Response.json({ image: (body as ImageServiceRequest).image });
      return undefined;
    },
    forget(dossierId) {
      for (const key of kept.keys()) if (key.startsWith(`${dossierId} `)) kept.delete(key);
    },
  };
}
