import type { DocumentPolicy, DocumentReading } from '@bonafide/browser-core/document';
import { DEFAULT_DOCUMENT_POLICY } from '@bonafide/browser-core/document';
import type { DocumentEvidence } from './document-evidence.ts';
import type { DocumentData, DocumentSources } from './document-fields.ts';
import { documentTypeOf, sourcesOf, toDocumentData } from './document-fields.ts';
import type {
  DocumentCheck,
  DocumentCheckName,
  DocumentCheckReason,
  DocumentInspection,
} from './document-inspection.ts';
import type { CheckResult, DocumentVerification, VerifiedDocumentType } from './document-verification.ts';
import { judgeAge, judgeClaim, judgeConsistency, judgeValidation } from './judge-data.ts';
import { judgeAuthenticity, judgeIntegrity } from './judge-pictures.ts';

/** Breakdowns that go out under their own name, where their check was made. */
const BREAKDOWNS = [
  'dataConsistency',
  'dataValidation',
  'imageIntegrity',
  'visualAuthenticity',
  'ageValidation',
] as const satisfies readonly DocumentCheckName[];

/** Without these nothing can be `clear`; the others may be impossible on a genuine document. */
const NEEDED: ReadonlySet<DocumentCheckName> = new Set([
  'imageIntegrity',
  'documentType',
  'dataValidation',
  'visualAuthenticity',
]);

/** What cannot be processed further: the gateway's own examples of `rejected`. Everything else that fails is `suspected`. */
const REJECTING: ReadonlySet<DocumentCheckName> = new Set(['imageIntegrity', 'documentType', 'ageValidation']);

/** For these there is no register in this package: never made, never reported. */
const NEVER_MADE = (['compromisedDocument', 'policeRecord', 'dataComparison'] as const).map((name): DocumentCheck => ({
  name,
  outcome: 'not-made',
  reasons: [{ code: 'no-register' }],
}));

/**
 * What a document comes to in Assure's words.
 *
 * - `rejected`: it cannot be processed: the pictures are not good enough, its type is unknown or not the one that was asked
 *   for, or its holder is too young.
 * - `suspected`: a check speaks against it. So does an expiry that has passed: Onfido calls that `caution`, which the
 *   gateway's words do not have; the gateway lists expiry dates under `dataValidation`, and that under its inconclusive
 *   results.
 * - `clear`: all that must be checked was, and no check speaks against it.
 */
export function judgeDocument(
  evidence: DocumentEvidence,
  policy: DocumentPolicy = DEFAULT_DOCUMENT_POLICY,
): DocumentInspection {
  const { front, back, at } = evidence;
  const sides: readonly DocumentReading[] = [front.reading, ...(back === null ? [] : [back.reading])];
  const sources = sourcesOf(sides);
  const data = toDocumentData(sources);
  const documentType = documentTypeOf(sources);
  const checks: readonly DocumentCheck[] = [
    judgeIntegrity(evidence),
    judgeType(documentType, sources, data, evidence),
    judgeConsistency(evidence.comparisons),
    judgeValidation(sources, data, at),
    judgeAge(data, at, evidence.minimumAgeYears ?? null),
    judgeAuthenticity(evidence, policy),
    ...NEVER_MADE,
    judgeClaim(data, evidence.claimedReading),
  ];
  const breakdowns = checks.filter(({ name, outcome }) => outcome !== 'not-made' && isBreakdown(name));
  const documentVerification: DocumentVerification = {
    ...conclude(checks, evidence),
    ...Object.fromEntries(breakdowns.map(({ name, outcome }) => [name, outcome])),
    documentType,
    ...data,
  };
  return {
    documentVerification,
    checks,
    readings: { front: front.reading, back: back?.reading ?? null },
    recapture: sidesToRepeat(checks),
  };
}

function conclude(
  checks: readonly DocumentCheck[],
  { minimumAgeYears }: DocumentEvidence,
): Pick<DocumentVerification, 'result' | 'subResult'> {
  const failed = checks.filter(({ name, outcome }) => outcome === 'consider' && name !== 'claimedReading');
  if (failed.some(({ name }) => REJECTING.has(name))) return { result: 'consider', subResult: 'rejected' };
  const isMissing = ({ name, outcome }: DocumentCheck): boolean =>
    outcome === 'not-made' && (NEEDED.has(name) || (name === 'ageValidation' && minimumAgeYears != null));
  if (failed.length > 0 || checks.some(isMissing)) return { result: 'consider', subResult: 'suspected' };
  return { result: 'clear', subResult: 'clear' };
}

function judgeType(
  type: VerifiedDocumentType,
  { ktp }: DocumentSources,
  { issuingCountry }: DocumentData,
  { documentType: expected, issuingCountry: expectedCountry, back }: DocumentEvidence,
): DocumentCheck {
  const reasons: DocumentCheckReason[] = [];
  if (type === 'unknown') {
    reasons.push({ code: 'type-unknown' });
    if (back === null && expected != null && TWO_SIDED.has(expected))
      reasons.push({ code: 'side-missing', side: 'back' });
  } else if (expected != null && !(expected === 'ktp' ? ktp !== null : type === expected)) {
    reasons.push({ code: 'type-not-expected' });
  }
  if (expectedCountry != null && issuingCountry !== undefined && issuingCountry !== expectedCountry) {
    reasons.push({ code: 'country-not-expected' });
  }
  return { name: 'documentType', outcome: resultOf(reasons), reasons };
}

/** Their machine-readable part is on the back. */
const TWO_SIDED: ReadonlySet<string> = new Set(['identityCard', 'residencePermit', 'driversLicense']);

function sidesToRepeat(checks: readonly DocumentCheck[]): readonly ('front' | 'back')[] {
  const reasons = checks
    .filter(({ name, outcome }) => outcome === 'consider' && (name === 'imageIntegrity' || name === 'documentType'))
    .flatMap((check) => check.reasons);
  return (['front', 'back'] as const).filter((side) => reasons.some((reason) => reason.side === side));
}

const isBreakdown = (name: DocumentCheckName): boolean => (BREAKDOWNS as readonly string[]).includes(name);
const resultOf = (reasons: readonly unknown[]): CheckResult => (reasons.length === 0 ? 'clear' : 'consider');
