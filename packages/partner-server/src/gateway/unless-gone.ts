import { isPartnerServerError } from '../partner-server-error.ts';

/** Makes a deletion that may be tried again: its first answer may have been lost, and then there is nothing left. */
export async function unlessGone(remove: () => Promise<unknown>): Promise<void> {
  try {
    await remove();
  } catch (error) {
    if (!isPartnerServerError(error) || error.code !== 'not-found') throw error;
  }
}
