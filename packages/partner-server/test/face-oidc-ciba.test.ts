import { describe, expect, it } from 'vitest';
import { faceNotificationHandler } from '../src/face-oidc/index.ts';
import { setUp } from './face-oidc-client.ts';

describe('a login by CIBA', () => {
  it('is open, then over', async () => {
    const { provider, face } = setUp();
    const { authReqId, intervalMs } = await face.beginBackchannelLogin({
      scope: 'faceauth_dynamic',
      notificationToken: 'told',
    });
    expect([intervalMs, provider.logins[0]]).toMatchObject([
      5_000,
      { login_hint: 'authref', scope: 'openid faceauth_dynamic', client_notification_token: 'told' },
    ]);
    expect(await face.fetchBackchannelLogin({ authReqId })).toBeUndefined();
    provider.end(authReqId, 'granted');
    expect(await face.waitForBackchannelLogin({ authReqId, timeoutMs: 60_000 })).toMatchObject({ granted: true });
  });

  it.each(['access_denied', 'expired_token'])('%s is a refusal', async (error) => {
    const { provider, face } = setUp();
    const { authReqId } = await face.beginBackchannelLogin();
    provider.end(authReqId, { error });
    expect(await face.fetchBackchannelLogin({ authReqId })).toMatchObject({ granted: false, error });
  });

  it('waits no longer than it is told', async () => {
    const { face } = setUp();
    const { authReqId } = await face.beginBackchannelLogin();
    await expect(face.waitForBackchannelLogin({ authReqId, intervalMs: 1, timeoutMs: 50 })).rejects.toMatchObject({
      code: 'still-processing',
    });
  });

  it('a notification is believed with the token alone, and holds no more than which login it is', async () => {
    const heard: unknown[] = [];
    const handle = faceNotificationHandler({
      notificationToken: ['old', 'new'],
      onEvent: ({ event }) => void heard.push(event),
    });
    const send = (token: string, body: object) =>
      handle(
        new Request('https://partner.test/', {
          method: 'POST',
          headers: { authorization: `Bearer ${token}` },
          body: JSON.stringify(body),
        }),
      );
    expect((await send('other', { auth_req_id: 'r-1' })).status).toBe(401);
    expect((await send('new', {})).status).toBe(400);
    expect((await send('new', { auth_req_id: 'r-1' })).status).toBe(204);
    expect((await send('old', { auth_req_id: 'r-1' })).status).toBe(204);
    expect(heard).toHaveLength(1);
  });
});
