// Each client under test, as its documentation would have it used. `open(base)` gives `token()`, a token that can be used
// now, and `call()`, one call of a resource that needs it; `call` rejects when the resource was refused.
import { generateKeyPairSync } from 'node:crypto';
import {
  bearerTokenAuthenticationPolicy,
  createEmptyPipeline,
  createHttpHeaders,
  createPipelineRequest,
} from '@azure/core-rest-pipeline';
import { createAppAuth } from '@octokit/auth-app';
import { request } from '@octokit/request';
import { Configuration, DefaultApi } from '@onfido/api';
import { UserRefreshClient } from 'google-auth-library';
import * as openid from 'openid-client';
import { createOneKyc } from '../../packages/partner-server/dist/index.js';

const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
});

async function postForm(url) {
  const response = await fetch(url, { method: 'POST' });
  const body = await response.json();
  if (!response.ok) throw new Error(String(response.status));
  return body;
}

export const OURS = '@bonafide/partner-server';

/** name → open(base, options) */
export const CLIENTS = {
  [OURS](base, { tokenStore } = {}) {
    const onekyc = createOneKyc({
      clientId: 'client',
      passKey: 'pass',
      onboardingPartner: 'CLIENT-SDK-COE',
      urls: { token: base, gateway: base },
      ...(tokenStore ? { tokenStore } : {}),
    });
    return {
      token: () => onekyc.partnerToken(),
      call: () => onekyc.getSubmissionDetails({ correlationId: 'c' }),
    };
  },

  '@octokit/auth-app'(base) {
    const auth = createAppAuth({
      appId: 1,
      privateKey,
      installationId: 1,
      request: request.defaults({ baseUrl: base }),
      log: { warn() {} },
    });
    const hooked = request.defaults({ baseUrl: base, request: { hook: (...call) => auth.hook(...call) } });
    return { token: () => auth({ type: 'installation' }), call: () => hooked('GET /resource') };
  },

  'google-auth-library': (base) => google(base, false),
  'google-auth-library, forceRefreshOnFailure': (base) => google(base, true),

  '@azure/core-rest-pipeline'(base) {
    const credential = {
      async getToken() {
        const { access_token: token, expires_in: seconds } = await postForm(`${base}/oauth/token`);
        return { token, expiresOnTimestamp: Date.now() + seconds * 1000 };
      },
    };
    const pipeline = createEmptyPipeline();
    pipeline.addPolicy(bearerTokenAuthenticationPolicy({ credential, scopes: ['x'] }));
    // The policy wants https; the transport below takes the request to this machine instead.
    const send = (transport) =>
      pipeline.sendRequest(
        { sendRequest: transport },
        createPipelineRequest({ url: 'https://resource.test/resource' }),
      );
    return {
      token: () => send(async (request) => ({ request, status: 200, headers: createHttpHeaders() })),
      call: () =>
        send(async (request) => {
          const response = await fetch(`${base}/resource`, { headers: request.headers.toJSON() });
          await response.text();
          if (!response.ok) throw new Error(String(response.status));
          return { request, status: response.status, headers: createHttpHeaders() };
        }),
    };
  },

  '@onfido/api'(base) {
    const configuration = new Configuration({
      oauthClientId: 'client',
      oauthClientSecret: 'secret',
      basePath: base,
    });
    const api = new DefaultApi(configuration);
    return { token: () => configuration.accessToken(), call: () => api.findApplicant('1') };
  },

  'openid-client (no cache, by design)'(base) {
    const server = { issuer: base, token_endpoint: `${base}/oauth/token` };
    const configuration = new openid.Configuration(server, 'client', 'secret');
    openid.allowInsecureRequests(configuration);
    const token = async () => (await openid.clientCredentialsGrant(configuration)).access_token;
    return {
      token,
      async call() {
        const response = await fetch(`${base}/resource`, { headers: { authorization: `Bearer ${await token()}` } });
        await response.text();
        if (!response.ok) throw new Error(String(response.status));
      },
    };
  },
};

function google(base, forceRefreshOnFailure) {
  const client = new UserRefreshClient({
    clientId: 'client',
    clientSecret: 'secret',
    refreshToken: 'refresh',
    forceRefreshOnFailure,
    endpoints: { oauth2TokenUrl: `${base}/oauth/token` },
  });
  return { token: () => client.getAccessToken(), call: () => client.request({ url: `${base}/resource` }) };
}
