import type { ProcessParameters } from '@bonafide/contracts/assure';

/** Process types in which a face is compared: biometric data of the person. Source: documented. */
const FACE_TYPES: ReadonlySet<string> = new Set(['documentSelfie', 'documentVideo']);

/** Countries of residence, ISO 3166-1 alpha-3, whose residents must consent to that first. Source: documented. */
export const CONSENT_COUNTRIES: readonly string[] = ['USA'];

/** Whether a process of this type compares faces. */
export function comparesFaces(processType: string): boolean {
  return FACE_TYPES.has(processType);
}

/** Whether a resident of this country must consent before a process of this type. */
export function needsConsent(processType: string, countryOfResidence: string | undefined): boolean {
  return (
    comparesFaces(processType) && countryOfResidence !== undefined && CONSENT_COUNTRIES.includes(countryOfResidence)
  );
}

/**
 * What Onfido would fail a process for when its verification is started. Where an address alone says where a person lives,
 * whether they must consent is not known here, and the gateway decides.
 */
export function missingForOnfido(
  processType: string,
  { location, consents }: ProcessParameters,
): 'location-required' | 'consent-required' | undefined {
  const { countryOfResidence, ipAddress } = location ?? {};
  if (countryOfResidence === undefined && ipAddress === undefined) return 'location-required';
  return needsConsent(processType, countryOfResidence) && consents?.privacy !== true ? 'consent-required' : undefined;
}
