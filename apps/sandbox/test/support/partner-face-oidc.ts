import { createFaceOidc, type FaceOidc, type FaceOidcOptions } from '@bonafide/partner-server/face-oidc';
import type { Sandbox } from '../../src/sandbox.ts';
import { issuerAt, REDIRECT_URI } from './face-oidc.ts';
import { ACME } from './open-test-sandbox.ts';

/** The project's own relying party, with the sandbox for its network. */
export function relyingParty(sandbox: Sandbox, over: Partial<FaceOidcOptions> = {}): FaceOidc {
  return createFaceOidc({
    issuer: issuerAt(ACME.clientId),
    clientId: ACME.clientId,
    clientSecret: ACME.passKey,
    redirectUri: REDIRECT_URI,
    fetch: (input, init) => sandbox.fetch(new Request(input, init)),
    // A machine that does much else at once must not look like a provider that hangs.
    timeoutMs: 60_000,
    totalTimeoutMs: 120_000,
    ...over,
  });
}
