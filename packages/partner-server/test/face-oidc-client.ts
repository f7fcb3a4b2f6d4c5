import { createFaceOidc, type FaceLogin, type FaceOidc, type FaceOidcOptions } from '../src/face-oidc/index.ts';
import { createFakeFaceOidc, type FakeFaceOidc, type FakeFaceOidcOptions } from '../src/testing/index.ts';

export const CANARY = 'canary-7f3a';
export const REDIRECT_URI = 'https://partner.example.com/face/done';

/** A relying party, and the provider that it knows. */
export interface Pair {
  readonly provider: FakeFaceOidc;
  readonly face: FaceOidc;
}

export function setUp(fakeOptions: FakeFaceOidcOptions = {}, options: Partial<FaceOidcOptions> = {}): Pair {
  const provider = createFakeFaceOidc(fakeOptions);
  const client = {
    issuer: provider.issuer,
    clientId: 'client',
    clientSecret: `secret-${CANARY}`,
    redirectUri: REDIRECT_URI,
  };
  // A machine that does much else at once must not look like a provider that hangs.
  const patient = { timeoutMs: 60_000, totalTimeoutMs: 120_000, retry: { baseMs: 1 } };
  return { provider, face: createFaceOidc({ ...client, fetch: provider.fetch, ...patient, ...options }) };
}

/** There and back. */
export async function logIn({ provider, face }: Pair): Promise<FaceLogin> {
  const { url, pending } = await face.beginLogin({ scope: 'faceauth_express' });
  return face.finishLogin({ url: provider.comeBack(url), pending });
}
