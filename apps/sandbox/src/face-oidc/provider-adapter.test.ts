import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OpenDatabase } from '../database/database-handle.ts';
import { migrate } from '../database/migrate.ts';
import { openDatabase } from '../database/open-database.ts';
import { createProviderAdapter } from './provider-adapter.ts';
import { fingerprintOf } from './seal.ts';

let database: OpenDatabase;
let now = Date.UTC(2026, 0, 1);
const clock = { now: () => now };

beforeAll(async () => {
  database = await openDatabase({});
  await migrate(database.db);
});
afterAll(() => database.close());

const adapterOf = (model: string, clientId = 'ACME') =>
  createProviderAdapter({ db: database.db, clock }, clientId)(model);
const rows = () => database.db.selectFrom('oidc_artefact').selectAll().execute();

describe('what the provider keeps', () => {
  it('is given back to who names it, as it was, until its time is over', async () => {
    const codes = adapterOf('AuthorizationCode');
    await codes.upsert('code-1', { jti: 'code-1', nonce: 'nonce-1', scope: 'openid' }, 60);
    expect(await codes.find('code-1')).toEqual({ jti: 'code-1', nonce: 'nonce-1', scope: 'openid' });
    now += 60_000;
    expect(await codes.find('code-1')).toBeUndefined();
  });

  it('is no text that stands in a row', async () => {
    await adapterOf('AuthorizationCode').upsert('code-2', { jti: 'code-2', grantId: 'grant-2', nonce: 'nonce-2' }, 60);
    const text = (await rows())
      .flatMap((row) => [row.id_hash, row.grant_hash, Buffer.from(row.payload).toString('latin1')])
      .join('\n');
    for (const secret of ['code-2', 'grant-2', 'nonce-2']) expect(text).not.toContain(secret);
  });

  it.each([
    ['another tenant', 'AuthorizationCode', 'OTHER', 'code-3'],
    ['another kind', 'AccessToken', 'ACME', 'code-3'],
    ['who shows the fingerprint', 'AuthorizationCode', 'ACME', null],
  ])('is not found by %s', async (_, model, clientId, shown) => {
    const codes = adapterOf('AuthorizationCode');
    await codes.upsert('code-3', { jti: 'code-3' }, 60);
    const fingerprints = (await rows()).map(({ id_hash }) => id_hash);
    for (const id of shown === null ? fingerprints : [shown])
      expect(await adapterOf(model, clientId).find(id)).toBeUndefined();
    expect(await codes.find('code-3')).toBeDefined();
  });

  it('is not opened by another row’s secret', async () => {
    const codes = adapterOf('AuthorizationCode');
    await codes.upsert('code-4', { jti: 'code-4' }, 60);
    await codes.upsert('code-5', { jti: 'code-5' }, 60);
    const rowOf = (id: string) => fingerprintOf(id, 'AuthorizationCode');
    const four = (await rows()).find(({ id_hash }) => id_hash === rowOf('code-4'));
    // Who can write the database cannot make one code worth what another is.
    const payload = Buffer.from(four?.payload ?? []);
    const query = database.db.updateTable('oidc_artefact').set({ payload }).where('id_hash', '=', rowOf('code-5'));
    expect((await query.executeTakeFirst()).numUpdatedRows).toBe(1n);
    expect(await codes.find('code-5')).toBeUndefined();
    expect(await codes.find('code-4')).toBeDefined();
  });

  it('is used once, also by two at once, and stays used when it is written again', async () => {
    const codes = adapterOf('AuthorizationCode');
    await codes.upsert('code-6', { jti: 'code-6' }, 60);
    const uses = await Promise.allSettled([codes.consume('code-6'), codes.consume('code-6'), codes.consume('code-6')]);
    expect(uses.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const use of uses)
      if (use.status === 'rejected') expect(use.reason).toMatchObject({ error: 'invalid_grant', statusCode: 400 });
    await codes.upsert('code-6', { jti: 'code-6' }, 60);
    expect(await codes.find('code-6')).toMatchObject({ consumed: Math.floor(now / 1_000) });
  });

  it('goes with its grant, whatever it is, and nothing else does', async () => {
    const [codes, tokens] = [adapterOf('AuthorizationCode'), adapterOf('AccessToken')];
    await codes.upsert('code-7', { jti: 'code-7', grantId: 'grant-7' }, 60);
    await tokens.upsert('token-7', { jti: 'token-7', grantId: 'grant-7' }, 60);
    await tokens.upsert('token-8', { jti: 'token-8', grantId: 'grant-8' }, 60);
    await adapterOf('AccessToken', 'OTHER').revokeByGrantId('grant-8');
    await tokens.revokeByGrantId('grant-7');
    expect([await codes.find('code-7'), await tokens.find('token-7')]).toEqual([undefined, undefined]);
    expect(await tokens.find('token-8')).toBeDefined();
    await tokens.destroy('token-8');
    expect(await tokens.find('token-8')).toBeUndefined();
  });

  it('is nothing of a browser’s session: nobody stays logged in', async () => {
    const before = (await rows()).length;
    const sessions = adapterOf('Session');
    await sessions.upsert('session-1', { jti: 'session-1', uid: 'uid-1', accountId: 'person' }, 60);
    expect([await sessions.find('session-1'), await sessions.findByUid('uid-1')]).toEqual([undefined, undefined]);
    expect(await rows()).toHaveLength(before);
  });
});
