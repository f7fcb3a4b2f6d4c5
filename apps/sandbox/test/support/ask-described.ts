import type { Sandbox } from '../../src/sandbox.ts';
import type { DescribedOperation, Specification } from './described-operations.ts';
import { type Answer, call } from './journey.ts';
import { picture } from './pictures.ts';

/** What is undefined is left out of the request. */
export type Named = Readonly<Record<string, string | undefined>>;

/**
 * Asks an operation of OneKYC as its specification writes it, with credentials by the names of their schemes and everything else by
 * the names of the parameters. A picture goes where no example of a body is. A parameter that has no name here fails the test.
 */
export function askDescribed(
  sandbox: Sandbox,
  { components }: Specification,
  { operationId, method, template, parameters, security, body }: DescribedOperation,
  { shown, names }: { readonly shown: Named; readonly names: Named },
): Promise<Answer> {
  const headers = new Headers();
  const query = new URLSearchParams();
  let path = template;
  const put = (place: string | undefined, name: string, value: string | undefined): void => {
    if (value === undefined) return;
    if (place === 'header') headers.set(name, value);
    else if (place === 'query') query.set(name, value);
    else if (place === 'path') path = path.replace(`{${name}}`, encodeURIComponent(value));
    else throw new Error(`${operationId}: ${name} in ${place}`);
  };
  for (const { name, in: place } of parameters) {
    if (!(name in names)) throw new Error(`${operationId}: no value for ${name}`);
    put(place, name, names[name]);
  }
  for (const scheme of security) {
    const { in: place, name = '' } = components?.securitySchemes?.[scheme] ?? {};
    put(place, name, shown[scheme]);
  }
  if (method === 'GET') return call(sandbox, `${path}?${query}`, { headers });
  headers.set('content-type', body === undefined ? 'image/jpeg' : 'application/json');
  const sent = body === undefined ? picture('not-live') : JSON.stringify(about(names, body));
  return call(sandbox, `${path}?${query}`, { method, headers, body: sent });
}

/** The specification's example of a body, with these names in it. */
const about = (names: Named, body: unknown): unknown =>
  Object.fromEntries(Object.entries(body as object).map(([name, value]) => [name, names[name] ?? value]));
