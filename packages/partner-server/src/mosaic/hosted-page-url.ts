import { PATHS } from '@bonafide/contracts/mosaic';
import { fillPath } from '../gateway/fill-path.ts';

/**
 * Where the person's browser goes to be verified. Holds the start token, so keep it out of logs.
 * @param gateway Base address without a trailing slash.
 */
export function hostedPageUrl(gateway: string, startToken: string): string {
  return gateway + fillPath(PATHS.hostedPage, { startToken });
}
