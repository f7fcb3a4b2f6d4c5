/** Which pictures each submission type consists of. */
export const DOCUMENTS: Readonly<Record<string, readonly ('KTP' | 'SELFIE')[]>> = {
  STANDALONE_LIVENESS: ['SELFIE'],
  FACE_MATCH: ['SELFIE'],
  FACE_VERIFICATION: ['SELFIE'],
  KTP_SCAN: ['KTP'],
  KYC_LITE: ['KTP', 'SELFIE'],
};

/** The submissions of a flow. `ON_DEMAND_FR` compares a face, and has no type of its own. */
export function submissionTypeOf(flow: string): string {
  return flow === 'ON_DEMAND_FR' ? 'FACE_MATCH' : flow;
}
