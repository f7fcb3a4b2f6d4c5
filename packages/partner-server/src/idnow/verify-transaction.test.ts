import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { AUTHENTICATION, setUpIdnow } from '../../test/idnow-client.ts';
import { createEventSigner } from '../testing/create-event-signer.ts';
import { readStep } from './read-step.ts';

const ENTRY = '/api/v1/staging/vault/entry-1';

async function recognised() {
  const set = setUpIdnow();
  const { sessionContext } = await set.idnow.createSession(AUTHENTICATION);
  const { sessionId } = sessionContext;
  await set.platform.end(sessionId, { step: 'authentication-v2', end: 'verified' });
  const step = readStep(await set.idnow.getSession({ sessionId }));
  if (step?.step !== 'authentication-v2' || step.route !== 'verified') throw new TypeError('not verified');
  return { ...set, verification: step.verification };
}

describe('verifyTransaction', () => {
  it('reads the proof from the vault and verifies it with the tenant’s key', async () => {
    const { idnow, platform, verification } = await recognised();
    const { jwt, claims } = await idnow.verifyTransaction({ verification, username: 'subject-4711' });
    expect(claims).toMatchObject({ sub: 'subject-4711', jti: 'transaction-1' });
    expect(jwt.split('.')).toHaveLength(3);
    expect(platform.requests.find(({ path }) => path === ENTRY)?.headers).toMatchObject({ accept: 'application/jwt' });
    expect(platform.requests.find(({ path }) => path === '/v2/verify-jwt/public-key')?.headers).toMatchObject({
      'x-api-key': 'canary-api-key',
    });
  });

  it.each([
    ['another person', { username: 'subject-1' }],
    ['another transaction', { transactionData: 'order-4711' }],
  ])('is not a proof about %s', async (_, wanted) => {
    const { idnow, verification } = await recognised();
    await expect(idnow.verifyTransaction({ verification, ...wanted })).rejects.toMatchObject({
      code: 'evidence-rejected',
      userAction: 'contact-gateway',
    });
  });

  it('is not a proof that belongs to another recognition', async () => {
    const { idnow, verification } = await recognised();
    const other = { ...verification, verificationProcessId: 'transaction-2' };
    await expect(idnow.verifyTransaction({ verification: other })).rejects.toMatchObject({ code: 'evidence-rejected' });
  });

  it.each<[string, (publicKey: string) => Promise<string>]>([
    ['somebody else’s', async () => createEventSigner().sign({ sub: 'subject-4711', jti: 'transaction-1' })],
    [
      'signed with the public key as if that were a secret',
      async (publicKey) =>
        new SignJWT({ jti: 'transaction-1' })
          .setProtectedHeader({ alg: 'HS256' })
          .sign(new TextEncoder().encode(publicKey)),
    ],
    ['signed by nothing', async () => `${btoa('{"alg":"none"}').replaceAll('=', '')}.e30.`],
    ['no token', async () => 'canary'],
  ])('is not a proof when it is %s', async (_, forge) => {
    const { idnow, platform, verification } = await recognised();
    const forged = await forge(await platform.signer.publicKey());
    platform.next(ENTRY, () => new Response(forged));
    const failure = await idnow.verifyTransaction({ verification }).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'evidence-rejected' });
    expect(JSON.stringify(failure) + String(failure)).not.toContain('canary');
  });

  it('is told when the vault has it no longer', async () => {
    const { idnow, verification } = await recognised();
    const gone = { ...verification, evidence: { type: 'transactionJwt', entryId: 'gone' } } as const;
    await expect(idnow.verifyTransaction({ verification: gone })).rejects.toMatchObject({ code: 'not-found' });
  });
});
