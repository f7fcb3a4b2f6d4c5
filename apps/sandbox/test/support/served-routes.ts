import { createApp } from '../../src/create-app.ts';
import type { FaceProviders } from '../../src/face-oidc/face-providers.ts';
import type { Gateway } from '../../src/gateway/gateway.ts';
import { toSettings } from '../../src/settings.ts';

/** A route as it is registered: `GET /hosted/api/checks/:checkId`. */
export type ServedRoute = `${string} ${string}`;

const nobody = (): never => {
  throw new TypeError('nobody is served here');
};

/** Every route of the whole sandbox, without what only stands before others or says that there is none. */
export function servedRoutes(): readonly ServedRoute[] {
  const gateway = { settings: toSettings({}) } as Gateway;
  const providers: FaceProviders = { of: nobody };
  const { routes } = createApp(gateway, providers, { isHealthy: nobody, database: 'embedded' });
  const served = routes.filter(({ method, path }) => method !== 'ALL' || !path.endsWith('*'));
  const paths = new Set(served.filter(({ method }) => method !== 'ALL').map(({ path }) => path));
  const isBefore = ({ method, path }: { readonly method: string; readonly path: string }) =>
    method === 'ALL' && paths.has(path);
  return [
    ...new Set(served.filter((route) => !isBefore(route)).map(({ method, path }) => `${method} ${path}` as const)),
  ];
}
