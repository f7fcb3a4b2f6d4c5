import { expect, it } from 'vitest';
import { operationsOf, readSpecification } from './support/described-operations.ts';
import { type ServedRoute, servedRoutes } from './support/served-routes.ts';

// Whatever the sandbox serves is asked by somebody with wrong credentials: an operation of a specification by the access tests, which
// take theirs from there; the hosted pages' and the control interface's by theirs, which take them from the sandbox itself. The rest is
// here by name, with who asks it, or why nobody does.

const BASES = {
  onekyc: '/onekyc',
  assure: '',
  mosaic: '/mosaic',
  idnow: '/idnow',
  'face-oidc': '/face-oidc/:clientId',
};
const ENUMERATED = ['/hosted/api/', '/control/api/'];

const REST: Readonly<Record<ServedRoute, string>> = {
  'GET /onekyc/images/:key': 'access-onekyc.test.ts',
  'GET /face-oidc/:clientId/interaction/:uid': 'access-face-oidc.test.ts',
  'GET /face-oidc/:clientId/interaction/:uid/return': 'access-face-oidc.test.ts',
  'GET /face-oidc/:clientId/authorize/:uid': 'access-face-oidc.test.ts',
  'GET /assure/:provider/document-types': 'access.test.ts, with the one provider that there is',
  'GET /health': 'says whether the sandbox works, and of nobody',
  'GET /': 'leads to the control page',
  'GET /control': 'leads to the control page',
  'GET /control/:file{[a-z.-]*}': 'the files of the control page, without anything of anybody',
  'GET /favicon.ico': 'nothing',
  'GET /hosted': 'leads to the hosted pages',
  'GET /hosted/*': 'the files of the hosted pages, without anything of anybody',
};

const described = Object.entries(BASES).flatMap(([name, base]) =>
  operationsOf(readSpecification(name)).map(({ method, template }) => ({
    method,
    path: base + template.replaceAll(/\{\w+\}/g, ':_'),
  })),
);
/** Names of parameters are the router's own. */
const isDescribed = (route: ServedRoute): boolean => {
  const [method = '', path = ''] = route.split(' ');
  const given = path.replaceAll(/:\w+/g, ':_').split('/');
  return described.some((one) => {
    const wanted = one.path.replace(':clientId', ':_').split('/');
    return one.method === method && wanted.length === given.length && wanted.every((part, at) => part === given[at]);
  });
};

it('every route of the sandbox is asked with wrong credentials, or is nobody’s', () => {
  const routes = servedRoutes().filter(
    // A preflight says who may ask, before anybody does.
    (route) => !route.startsWith('OPTIONS ') && !ENUMERATED.some((base) => route.includes(` ${base}`)),
  );
  const forgotten = routes.filter((route) => !(route in REST) && !isDescribed(route));
  expect(forgotten).toEqual([]);
  expect(Object.keys(REST).filter((route) => !routes.includes(route as ServedRoute))).toEqual([]);
});
