import { wordAt } from './native-field.ts';
import type { CheckKind, OutcomeCheck, OutcomeReason, ReasonClass } from './outcome.ts';
import { toReason } from './to-reason.ts';

interface Field {
  readonly part: 'facialSimilarity' | 'documentVerification';
  readonly name: string;
  readonly kind: CheckKind;
  readonly reason: ReasonClass;
}

const face = (name: string, kind: CheckKind, reason: ReasonClass): Field => ({
  part: 'facialSimilarity',
  name,
  kind,
  reason,
});
const document = (name: string, kind: CheckKind, reason: ReasonClass): Field => ({
  part: 'documentVerification',
  name,
  kind,
  reason,
});

/** Which field tells which reason. Source: documented, the page of the provider Onfido; the classes are ours. */
const FIELDS: readonly Field[] = [
  face('imageIntegrity', 'face_match', 'quality'),
  face('faceComparison', 'face_match', 'face_match'),
  face('visualAuthenticity', 'liveness', 'liveness'),
  document('imageIntegrity', 'document_integrity', 'quality'),
  document('visualAuthenticity', 'document_authenticity', 'document_authenticity'),
  document('dataValidation', 'data_validation', 'document_authenticity'),
  document('dataConsistency', 'data_consistency', 'document_authenticity'),
  document('dataComparison', 'database_comparison', 'data_mismatch'),
  document('compromisedDocument', 'compromised_document', 'fraud'),
  document('policeRecord', 'police_record', 'fraud'),
  document('ageValidation', 'age', 'policy_age'),
  // The page's text calls the same so, once; its JSON never does.
  document('ageComparison', 'age', 'policy_age'),
];

/** What a process says of single checks, and why it came out as it did. */
export function assureFindings(body: unknown): {
  readonly reasons: readonly OutcomeReason[];
  readonly checks: readonly OutcomeCheck[];
} {
  const wordOf = ({ part, name }: Field): string | undefined => wordAt(body, 'providerSpecific', part, name);
  const reasons = FIELDS.filter((field) => wordOf(field) === 'consider').map(({ part, name, reason }) =>
    toReason(reason, `${part}.${name}`),
  );
  const isUnknown = wordAt(body, 'providerSpecific', 'documentVerification', 'documentType') === 'unknown';
  const checks = FIELDS.flatMap((field): OutcomeCheck[] => {
    const word = wordOf(field);
    if (word === undefined) return [];
    const isScored = field.name === 'faceComparison';
    return [
      {
        kind: field.kind,
        result: word === 'clear' ? 'passed' : word === 'consider' ? 'failed' : 'inconclusive',
        score: isScored ? (wordAt(body, 'providerSpecific', field.part, 'similarityScore') ?? null) : null,
      },
    ];
  });
  const unsupported = isUnknown ? [toReason('document_unsupported', 'documentVerification.documentType')] : [];
  return { reasons: [...reasons, ...unsupported], checks };
}
