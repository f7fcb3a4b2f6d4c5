import * as contract from '@bonafide/contracts/onekyc/validators';
import type { DocumentInspection } from '@bonafide/verifier';

/**
 * In what the page's claim about a KTP and the gateway's own reading differ. It is recorded and decides nothing: the page saw many
 * frames and the gateway one, or the page lies. The claim says whether a good number was read, never which.
 */
export function numberDisagreement(
  claims: Record<string, unknown> | null,
  document: DocumentInspection | null,
): readonly string[] {
  const documents = claims?.['documents'] as Record<string, unknown> | undefined;
  const { data } = contract.pictureClaim.safeParse(documents?.['ktp']);
  const read = data?.read?.ktp;
  if (read === undefined || document === null) return [];
  const claimed = read?.nikValid === true;
  const found = document.readings.front.ktp?.nikValid === true;
  return claimed === found ? [] : ['ktp-number'];
}
