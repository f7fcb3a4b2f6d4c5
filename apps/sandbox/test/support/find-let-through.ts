import type { Exchange, RefereedSystem, Spoiled } from './referee-of.ts';

/** Operations of which the referee let something pass that is not as described. */
export interface LetThrough {
  /** An answer of another shape. */
  readonly answers: readonly string[];
  /** A status that the specification does not have. */
  readonly statuses: readonly string[];
  /** A request's body of another shape. */
  readonly bodies: readonly string[];
  /** A request without its credentials. */
  readonly bare: readonly string[];
}

/** Neither an object nor a list, in JSON; a form with no field that anybody asks for; no token. */
const SHAPELESS = '17';
/** Described nowhere. */
const NO_STATUS = 418;

/**
 * Repeats each exchange that passed with one thing in it spoiled, so that what the referee lets pass is known and not
 * supposed. Throws when it refuses one that is not spoiled: then a refusal would say nothing.
 */
export async function findLetThrough(system: RefereedSystem): Promise<LetThrough> {
  const all = [...system.passed.values()];
  if (all.length === 0) throw new Error('nothing passed that could be spoiled');
  for (const one of all)
    if (await system.refuses(one, {})) throw new Error(`${one.operation.operationId}: refused as it was`);
  const among = async (some: readonly Exchange[], spoiled: (one: Exchange) => Spoiled): Promise<readonly string[]> => {
    const found: string[] = [];
    for (const one of some) if (!(await system.refuses(one, spoiled(one)))) found.push(one.operation.operationId);
    return found.toSorted();
  };
  return {
    answers: await among(
      all.filter(({ answer }) => answer.text !== ''),
      () => ({ answer: { text: SHAPELESS } }),
    ),
    statuses: await among(all, () => ({ answer: { status: NO_STATUS } })),
    bodies: await among(
      all.filter(({ body }) => body !== undefined),
      () => ({ body: SHAPELESS }),
    ),
    bare: await among(
      all.filter(({ operation }) => operation.security.length > 0),
      ({ headers }) => ({ headers: withoutCredentials(headers) }),
    ),
  };
}

/** What a caller says of a body alone is left. */
function withoutCredentials(headers: Headers): Headers {
  const contentType = headers.get('content-type');
  return new Headers(contentType === null ? {} : { 'content-type': contentType });
}
