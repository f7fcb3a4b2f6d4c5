import type { ProcessParameters } from './process-outcome.ts';
import { DOCUMENT_SIDES, isDocumentType } from './document-types.ts';

/** Why a verification cannot be started, in the contract's codes. */
export interface Missing {
  readonly code: 'location-missing' | 'location-unknown' | 'consent-missing' | 'image-missing';
  readonly detail: string;
}

/**
 * What the vendor checks when a verification is started, and not before: a location, from which a country follows; consent
 * of a resident of the United States whose face is compared; every picture that the process needs. Null when all is there.
 */
export function missingForStart(wanted: {
  readonly processType: string;
  readonly documentType: string | null;
  readonly parameters: ProcessParameters | null;
  readonly depictions: ReadonlySet<string>;
  /** Whether a country can follow from an address at all. */
  readonly isLocatable: (ipAddress: string) => boolean;
}): Missing | null {
  const { processType, documentType, depictions } = wanted;
  const { location, consents } = wanted.parameters ?? {};
  const comparesFaces = processType !== 'document';
  if (location?.countryOfResidence === undefined) {
    if (location?.ipAddress === undefined) {
      return { code: 'location-missing', detail: 'The location of the end-user is missing.' };
    }
    if (!wanted.isLocatable(location.ipAddress)) {
      return { code: 'location-unknown', detail: 'No country of residence follows from the IP address.' };
    }
  }
  if (comparesFaces && location?.countryOfResidence === 'USA' && consents?.privacy !== true) {
    return { code: 'consent-missing', detail: 'The end-user has not given their consent.' };
  }
  if (processType === 'documentVideo') return { code: 'image-missing', detail: 'A video is missing.' };
  const sides = documentType !== null && isDocumentType(documentType) ? DOCUMENT_SIDES[documentType] : ['FRONT'];
  const needed = comparesFaces ? [...sides, 'SELFIE'] : sides;
  const isComplete = needed.every((depiction) => depictions.has(depiction));
  return isComplete ? null : { code: 'image-missing', detail: 'An image is missing.' };
}
