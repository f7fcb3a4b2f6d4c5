import {
  createFaceOidc,
  type BeginLogin,
  type FaceLogin,
  type FaceOidc,
  type PendingLogin,
} from '@bonafide/partner-server/face-oidc';
import { createSandbox, type Sandbox } from '@bonafide/sandbox';
import { createSandboxControl, type SandboxControl } from '@bonafide/testkit/gateway';
import { readVideoFrames } from '@bonafide/tooling/video-frames.ts';
import type { BareClient } from './bare-relying-party.ts';
import { type HeldLogin, type LoginSite, openLoginSite } from './face-login-site.ts';
import { type FaceSeats, HEAD, openFaceSeats } from './face-seats.ts';
import type { Person } from './open-person.ts';

/** A login whose browser is away. */
export interface Returning<Login> {
  /** What the partner's server made of the return, once there was one. */
  readonly login: Promise<Login>;
}

export interface BegunInBrowser extends Returning<FaceLogin> {
  readonly pending: PendingLogin;
}

/** A partner whose people log in by their face at the bridge of a sandbox with real processing. */
export interface FaceScene extends FaceSeats {
  readonly site: LoginSite;
  readonly sandbox: Sandbox;
  readonly sandboxUrl: string;
  readonly client: BareClient;
  readonly face: FaceOidc;
  /** What each attempt came to, in order: null where it passed. */
  readonly causes: readonly unknown[];
  /** Moves the sandbox's clock ahead of the machine's, until the next test. */
  advance(ms: number): void;
  /** Opens the login in the person's browser, which stands at the provider then. Default: Express, any real face. */
  begin(person: Person, request?: BeginLogin): Promise<BegunInBrowser>;
  /** The same for a login that another relying party has begun: what it made of the return. */
  enter<Login extends { readonly granted: boolean }>(person: Person, held: HeldLogin<Login>): Promise<Returning<Login>>;
  /** Says of the next login at the sandbox how it goes. */
  readonly arm: SandboxControl['play'];
}

const CLIENT = { clientId: 'ACME', passKey: 'acme-pass-key' } as const;

/** The talking head at another time than the camera shows it: a photo that the partner has of the same person. */
export async function photoOfTalkingHead(): Promise<Uint8Array<ArrayBuffer>> {
  const [frame] = await readVideoFrames({ ...HEAD, fromSeconds: 30, count: 1 });
  if (frame === undefined) throw new Error('no frame');
  return new Uint8Array(frame);
}

export async function openFaceScene(): Promise<FaceScene> {
  const site = await openLoginSite();
  const causes: unknown[] = [];
  let ahead = 0;
  const sandbox = await createSandbox({
    clients: [
      {
        ...CLIENT,
        onboardingPartners: [],
        faceOidc: { redirectUris: [site.redirectUri], postLogoutRedirectUris: [site.goodbyeUri], name: 'Acme Bank' },
      },
    ],
    clock: { now: () => Date.now() + ahead },
    log: (record) => {
      if (record.event === 'hosted-attempt-judged') causes.push(record['cause']);
    },
  });
  const sandboxUrl = await sandbox.listen({ port: 0 });
  const client = {
    issuer: `${sandboxUrl}/face-oidc/${CLIENT.clientId}`,
    clientId: CLIENT.clientId,
    clientSecret: CLIENT.passKey,
    redirectUri: site.redirectUri,
  };
  const face = createFaceOidc({
    ...client,
    // A machine that does much else at once must not look like a provider that hangs.
    timeoutMs: 60_000,
    totalTimeoutMs: 120_000,
  });
  const seats = openFaceSeats();

  async function enter<Login extends { readonly granted: boolean }>(
    { page }: Person,
    { url, finish }: HeldLogin<Login>,
  ): Promise<Returning<Login>> {
    let address = '';
    const login = new Promise<Login>((resolve, reject) => {
      address = site.admit({
        url,
        finish(returned) {
          const finished = finish(returned);
          finished.then(resolve, reject);
          return finished;
        },
      });
    });
    // Whoever wants to know asks; a refused return is no failure of the test's.
    login.catch(() => undefined);
    await page.goto(address);
    return { login };
  }

  return {
    ...seats,
    site,
    sandbox,
    sandboxUrl,
    client,
    face,
    causes,
    advance(ms) {
      ahead += ms;
    },
    async begin(person, request = { scope: 'faceauth_express' }) {
      const { url, pending } = await face.beginLogin(request);
      const finish = (returned: URL): Promise<FaceLogin> => face.finishLogin({ url: returned, pending });
      return { pending, ...(await enter(person, { url, finish })) };
    },
    enter,
    arm: (scenario) => createSandboxControl({ url: sandboxUrl, clientId: CLIENT.clientId }).play(scenario),
    async clear() {
      ahead = 0;
      causes.length = 0;
      await seats.clear();
    },
    async close() {
      await seats.close();
      await sandbox.close();
      site.close();
    },
  };
}
