import { beginBackchannelLogin, fetchBackchannelLogin, waitForBackchannelLogin } from './backchannel-login.ts';
import type {
  BackchannelLogin,
  BackchannelLoginKey,
  BeginBackchannelLogin,
  WaitForBackchannelLogin,
} from './backchannel-login.ts';
import { beginLogin } from './begin-login.ts';
import type { BeginLogin, BegunLogin } from './begin-login.ts';
import type { FaceLogin } from './face-login.ts';
import { toSettings } from './face-oidc-options.ts';
import type { FaceOidcOptions } from './face-oidc-options.ts';
import { finishLogin } from './finish-login.ts';
import type { FinishLogin } from './finish-login.ts';
import { createOidcClient } from './oidc-client.ts';

/** A relying party of one provider. Keep one for the life of the process: it holds the provider's metadata and keys. */
export interface FaceOidc {
  /** The address that a person's browser is sent to. @throws {PartnerServerError} */
  beginLogin(request?: BeginLogin): Promise<BegunLogin>;
  /** What came of it, when the browser comes back. Only `granted: true` is a yes. @throws {PartnerServerError} */
  finishLogin(request: FinishLogin): Promise<FaceLogin>;
  /** A login without a browser of yours. Needs a client secret. @throws {PartnerServerError} */
  beginBackchannelLogin(request?: BeginBackchannelLogin): Promise<BackchannelLogin>;
  /** What came of that, or undefined while it is open: after a notification, or at most every `intervalMs`. */
  fetchBackchannelLogin(request: BackchannelLoginKey): Promise<FaceLogin | undefined>;
  /** The same once it is over. @throws {PartnerServerError} `still-processing` */
  waitForBackchannelLogin(request: WaitForBackchannelLogin): Promise<FaceLogin>;
}

/** @throws {TypeError} when an option cannot work */
export function createFaceOidc(options: FaceOidcOptions): FaceOidc {
  const client = createOidcClient(toSettings(options));
  return {
    beginLogin: async (request = {}) => beginLogin(client, request),
    finishLogin: (request) => finishLogin(client, request),
    beginBackchannelLogin: (request = {}) => beginBackchannelLogin(client, request),
    fetchBackchannelLogin: (request) => fetchBackchannelLogin(client, request),
    waitForBackchannelLogin: (request) => waitForBackchannelLogin(client, request),
  };
}
