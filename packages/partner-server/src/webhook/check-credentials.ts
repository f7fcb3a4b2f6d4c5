import { HEADERS } from '@bonafide/contracts/onekyc';
import { createTextCheck } from './create-text-check.ts';

/** What a gateway shows when it calls a partner. */
export interface HeaderCredentials {
  readonly clientId: string;
  readonly passKey: string;
}

/** A function that says whether headers carry the credentials. Takes the same time whether or not, and which part is wrong. */
export function createCredentialCheck({
  clientId,
  passKey,
}: HeaderCredentials): (headers: Headers) => Promise<boolean> {
  if (!clientId || !passKey) throw new TypeError('credentials need a clientId and a passKey that are not empty');
  const isClientId = createTextCheck([clientId]);
  const isPassKey = createTextCheck([passKey]);
  return async (headers) => {
    const [idEqual, passEqual] = await Promise.all([
      isClientId(headers.get(HEADERS.clientId)),
      isPassKey(headers.get(HEADERS.passKey)),
    ]);
    return idEqual && passEqual;
  };
}
