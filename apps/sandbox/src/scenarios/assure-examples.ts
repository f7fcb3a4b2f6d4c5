import type { ProcessOutcome } from '../assure/process-outcome.ts';

export const EXAMPLE_STATUSES = ['accepted', 'inconclusive', 'rejected', 'canceled', 'failed'] as const;

/**
 * The vendor's own examples of a finished process, value for value and in their order; the vendor's specimens, nobody's
 * data. A test holds them to the specification's examples. They report checks that no part of this project makes
 * (`policeRecord`, `compromisedDocument`, `dataComparison`), which is why only a scenario may answer so.
 */
export const ASSURE_EXAMPLES: Readonly<Record<(typeof EXAMPLE_STATUSES)[number], ProcessOutcome>> = {
  accepted: {
    finalResult: {
      firstName: 'MARIA PAULA',
      lastName: 'SANTOS MENDES',
      dateOfExpiry: '2020-07-08',
      gender: 'F',
      nationality: 'PRT',
      documentType: 'identityCard',
      documentNumber: '1234567890',
      issuingCountry: 'PRT',
      dateOfBirth: '2002-04-29',
      similarityScore: 'high',
    },
    providerSpecific: {
      facialSimilarity: {
        result: 'clear',
        imageIntegrity: 'clear',
        faceComparison: 'clear',
        visualAuthenticity: 'clear',
        similarityScore: 'high',
      },
      documentVerification: {
        lastName: 'SANTOS MENDES',
        dateOfExpiry: '2020-07-08',
        subResult: 'clear',
        dataConsistency: 'clear',
        gender: 'F',
        documentType: 'identityCard',
        documentNumber: '1234567890',
        dateOfBirth: '2002-04-29',
        ageValidation: 'clear',
        policeRecord: 'clear',
        dataValidation: 'clear',
        result: 'clear',
        firstName: 'MARIA PAULA',
        imageIntegrity: 'clear',
        nationality: 'PRT',
        issuingCountry: 'PRT',
        dataComparison: 'clear',
        visualAuthenticity: 'clear',
        compromisedDocument: 'clear',
        mrzLine1: 'I<PRT122336694<ZY42<<<<<<<<<<<',
        mrzLine2: '8302304F21207081PRT<<<<<<<<<<<6',
      },
    },
  },
  inconclusive: {
    providerSpecific: {
      facialSimilarity: { result: 'consider', similarityScore: 'high' },
      documentVerification: {
        lastName: 'SPECIMEN',
        dateOfExpiry: '2024-11-01',
        subResult: 'suspected',
        gender: 'F',
        documentType: 'passport',
        documentNumber: '00000000',
        dateOfBirth: '2002-04-29',
        result: 'consider',
        firstName: 'LAERKE OEYVOR AASE',
        nationality: 'NOR',
        issuingCountry: 'NOR',
        mrzLine1: 'PVNORSPECIMEN<<LAERKE<OEYVOR<AASE<<<<<<<<<<<',
        mrzLine2: '00000000<0NOR7505319F24110154197505311234586',
      },
    },
  },
  rejected: {
    providerSpecific: {
      facialSimilarity: { result: 'consider', similarityScore: 'medium' },
      documentVerification: { result: 'consider', subResult: 'rejected', documentType: 'unknown' },
    },
  },
  canceled: { providerSpecific: {} },
  failed: {
    failReason: {
      type: 'upload_failed',
      message:
        'There was a validation error on this request (status code 422) | Field errors: {face_detection=[Multiple faces in image. Please note this validation can be disabled by setting the advanced_validation parameter to false.]}',
    },
  },
};

/** What a scenario that wants another picture first answers: the document could not be judged on the one it got. */
export const RECAPTURE_OUTCOME: ProcessOutcome = {
  providerSpecific: {
    documentVerification: {
      result: 'consider',
      subResult: 'rejected',
      imageIntegrity: 'consider',
      documentType: 'unknown',
    },
  },
};
