import { FACE_CLAIMS, PATHS } from '@bonafide/contracts/face-oidc';
import type { BeginLogin } from '@bonafide/partner-server/face-oidc';
import { expect, type Page, test } from '@playwright/test';
import sharp from 'sharp';
import { beginBareLogin } from './bare-relying-party.ts';
import { type FaceScene, openFaceScene, photoOfTalkingHead } from './face-oidc-scene.ts';
import { ONE_ATTEMPT } from './one-attempt.ts';
import type { Person } from './open-person.ts';
import { readQrCode } from './read-qr-code.ts';

let scene: FaceScene;

test.beforeAll(async () => {
  scene = await openFaceScene();
});
test.afterEach(() => scene.clear());
test.afterAll(() => scene.close());

const atPartner = (page: Page, words: string) => expect(page.getByRole('heading', { name: words })).toBeVisible();

async function cancel(page: Page): Promise<void> {
  await expect(page.locator('selfie-liveness')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel', exact: true }).last().click();
  await page.getByRole('button', { name: 'Cancel the check' }).click();
}

/** From the partner's page to the face and back, with one attempt. */
async function logIn(person: Person, request: BeginLogin) {
  const begun = await scene.begin(person, request);
  await person.selfie.agree();
  await expect(person.page).toHaveURL((url) => url.href.startsWith(scene.site.redirectUri));
  return { ...begun, login: await begun.login };
}

/** What the partner is told in the address of a login that was not granted, whatever the reason. */
const refusalOf = (state: string) => ({
  error: 'access_denied',
  error_description: 'the login was not granted',
  iss: scene.client.issuer,
  state,
});
const query = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

test('a living face logs in: code, PKCE, state and nonce there, a proof bound to this login back', async () => {
  const person = await scene.sit();
  const { page } = person;
  const begun = await scene.begin(person, { scope: 'faceauth_dynamic_only' });
  await expect(page.getByRole('heading', { name: 'Acme Bank' })).toBeVisible();
  await expect(page.getByText('3 attempts left')).toBeVisible();
  await expect(page.getByText('30 minutes left')).toBeVisible();
  const asked = new URL(person.requests.find((url) => url.includes(PATHS.authorize)) ?? '').searchParams;
  expect(Object.fromEntries(asked)).toMatchObject({
    response_type: 'code',
    code_challenge_method: 'S256',
    state: begun.pending.state,
    nonce: begun.pending.nonce,
  });
  await person.selfie.agree();
  await atPartner(page, 'Verified');
  expect(Object.keys(query(page)).sort()).toEqual(['code', 'iss', 'state']);

  const login = await begun.login;
  if (!login.granted) throw new Error(`not granted: ${login.error}`);
  const { claims } = login;
  expect(claims.facePresent).toEqual({
    method: 'dynamic',
    server: new URL(scene.sandboxUrl).host,
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    state: begun.pending.state,
  });
  expect(claims.isBound).toBe(true);
  expect(claims.userInfo?.[FACE_CLAIMS.facePresent]).toEqual(claims.facePresent);
  expect(claims.email).toBeUndefined();
  expect(login.outcome).toMatchObject({ decision: 'accepted', terminal: true });
  // Cropped around the face, and no small picture.
  const portrait = await sharp(claims.portrait?.bytes).metadata();
  expect(portrait.format).toBe('jpeg');
  expect(Math.min(portrait.width, portrait.height)).toBeGreaterThan(150);

  expect(new Set(person.requests.map((url) => new URL(url).origin))).toEqual(
    new Set([scene.site.url, scene.sandboxUrl]),
  );
  expect(person.complaints).toEqual([]);
  // The code that lies in the history now is worth nothing.
  await page.reload();
  await atPartner(page, 'Nothing was begun');
});

test('with openid-client alone: a photo is pushed, and the person on it passes', async () => {
  const person = await scene.sit();
  const photo = Buffer.from(await photoOfTalkingHead());
  const loginHint = `face:data:image/jpeg;base64,${photo.toString('base64')}`;
  const held = await beginBareLogin(scene.client, { scope: 'openid faceauth_express', loginHint });
  const returning = await scene.enter(person, held);
  await person.selfie.agree();
  await atPartner(person.page, 'Verified');
  const { claims, userInfo, state } = await returning.login;
  expect(claims[FACE_CLAIMS.facePresent]).toMatchObject({ method: 'express', state });
  expect(userInfo[FACE_CLAIMS.facePresent]).toEqual(claims[FACE_CLAIMS.facePresent]);
  expect(userInfo[FACE_CLAIMS.portrait]).toMatch(/^data:image\/jpeg;base64,/);
  expect(claims[FACE_CLAIMS.portrait]).toBeUndefined();
  expect(scene.causes).toEqual([null]);
  // The photo went from server to server.
  const authorize = person.requests.find((url) => url.includes(PATHS.authorize)) ?? '';
  expect([...new URL(authorize).searchParams.keys()].sort()).toEqual(['client_id', 'request_uri']);
});

test('by the photo of another person nobody passes: three attempts, then denied', async () => {
  const person = await scene.sit({ face: 'astronaut' });
  const { page, selfie } = person;
  const photo = await photoOfTalkingHead();
  const begun = await scene.begin(person, { scope: 'faceauth_express', reference: { mode: 'photo', photo } });
  await selfie.agree();
  await expect(page.locator('#attempts')).toHaveText('2 attempts left');
  await selfie.retry();
  await expect(page.locator('#attempts')).toHaveText('1 attempt left');
  await selfie.retry();
  await atPartner(page, 'Not verified');
  expect(scene.causes).toEqual(['faces-differ', 'faces-differ', 'faces-differ']);
  expect(query(page)).toEqual(refusalOf(begun.pending.state));
  expect(await begun.login).toMatchObject({
    granted: false,
    error: 'access_denied',
    outcome: { decision: 'unknown', terminal: true },
  });
});

test('an identifier: the first face enrols, is recognised again, and keeps another person out', async () => {
  const reference = { mode: 'profile', identifier: 'anna@example.com' } as const;
  const anna = await scene.sit();
  const enrolled = await logIn(anna, { scope: 'faceauth_dynamic', reference });
  const recognised = await logIn(anna, { scope: 'faceauth_dynamic', reference });
  const [one, two] = [enrolled.login, recognised.login];
  if (!one.granted || !two.granted) throw new Error('not granted');
  expect([one.claims.email, two.claims.email]).toEqual(['anna@example.com', 'anna@example.com']);
  expect(one.claims.subject).not.toBe(two.claims.subject);
  // What is told of a person stands in no address.
  expect(anna.requests.filter((url) => url.includes('anna'))).toEqual([]);

  await scene.arm(ONE_ATTEMPT);
  const { login } = await logIn(await scene.sit({ face: 'astronaut' }), { scope: 'faceauth_dynamic', reference });
  expect(login.granted).toBe(false);
  expect(scene.causes).toEqual([null, null, 'faces-differ']);
});

test('who gives up is led back at once, with the words of a denial', async () => {
  const person = await scene.sit();
  const { pending, login } = await scene.begin(person);
  await cancel(person.page);
  await atPartner(person.page, 'Not verified');
  expect(query(person.page)).toEqual(refusalOf(pending.state));
  expect((await login).granted).toBe(false);
  expect(scene.causes).toEqual([]);
});

test('a person whose time runs out is told so, and led back with the same words', async () => {
  const person = await scene.sit();
  await person.page.clock.install();
  const { pending } = await scene.begin(person);
  await expect(person.page.locator('selfie-liveness')).toBeVisible();
  scene.advance(31 * 60_000);
  // The page's time stands then, so that what it says before it leads on can be read.
  await person.page.clock.pauseAt(Date.now() + 31 * 60_000);
  await expect(person.page.getByRole('heading', { name: 'The time for this check is over' })).toBeVisible();
  await expect(person.page.getByText('You are being taken back to Acme Bank.')).toBeVisible();
  await person.page.clock.resume();
  await atPartner(person.page, 'Not verified');
  expect(query(person.page)).toEqual(refusalOf(pending.state));
});

test('a return that belongs to another login is refused before its code is looked at', async () => {
  const [victim, other] = [await scene.sit(), await scene.sit()];
  await scene.begin(victim);
  await scene.arm('face-passed');
  const { url, pending } = await scene.face.beginLogin({ scope: 'faceauth_express' });
  // Theirs has led to the partner, where their browser has no session: the code is fresh.
  await other.page.goto(url);
  await atPartner(other.page, 'Nothing was begun');
  const returned = other.page.url();
  await victim.page.goto(returned);
  await atPartner(victim.page, 'The return was refused');
  // It was not spent.
  expect((await scene.face.finishLogin({ url: returned, pending })).granted).toBe(true);
});

test('an address of somebody else’s login leads another browser nowhere', async () => {
  const [person, other] = [await scene.sit(), await scene.sit()];
  await scene.begin(person);
  const interaction = person.requests.find((url) => url.includes('/interaction/')) ?? '';
  await other.page.goto(interaction);
  await expect(other.page.getByRole('heading', { name: 'This login cannot be opened here' })).toBeVisible();
  await expect(other.page.getByRole('main')).toHaveCSS('text-align', 'center');
});

test('a logout leads back to the partner, and without an address says that it is done', async () => {
  const { page, complaints } = await scene.sit();
  const logout = new URL(`${scene.client.issuer}${PATHS.logout}`);
  await page.goto(logout.href);
  await expect(page.getByRole('heading', { name: 'You are logged out' })).toBeVisible();
  await expect(page.getByRole('main')).toHaveCSS('text-align', 'center');
  const { clientId: client_id } = scene.client;
  const asked = { client_id, post_logout_redirect_uri: scene.site.goodbyeUri, state: 'where I was' };
  logout.search = new URLSearchParams(asked).toString();
  await page.goto(logout.href);
  await atPartner(page, 'Goodbye');
  expect(query(page)).toEqual({ state: 'where I was' });
  expect(complaints).toEqual([]);
});

test('a login by CIBA goes on where the QR code leads, on a phone, and the server waits for it', async () => {
  const begun = await scene.face.beginBackchannelLogin({ scope: 'faceauth_express' });
  expect(await scene.face.fetchBackchannelLogin(begun)).toBeUndefined();
  const { page, selfie, complaints } = await scene.sit();
  await page.goto(await readQrCode(begun.reference.qrcode ?? ''));
  await expect(page.getByRole('heading', { name: 'Acme Bank' })).toBeVisible();
  await selfie.agree();
  await expect(page.getByText('You can close this window.')).toBeVisible();
  const login = await scene.face.waitForBackchannelLogin({
    ...begun,
    timeoutMs: 60_000,
    policy: { firstDelayMs: 10 },
  });
  expect(login).toMatchObject({ granted: true, outcome: { decision: 'accepted' } });
  expect(complaints).toEqual([]);
});
