import type { DocumentEvidence } from './document-evidence.ts';
import type { DocumentData, DocumentSources } from './document-fields.ts';
import type { DocumentCheck, DocumentCheckReason, DocumentField } from './document-inspection.ts';

/** The oldest person of whom there is a record was 122. */
const MAX_AGE_YEARS = 123;

/** Check digits, dates and numbers as they must be, and whether the document is still valid on the day. */
export function judgeValidation(sources: DocumentSources, data: DocumentData, at: Date): DocumentCheck {
  const name = 'dataValidation';
  const { mrz, aamva, ktp } = sources;
  if (mrz === null && aamva === null && ktp === null) {
    return { name, outcome: 'not-made', reasons: [{ code: 'not-readable' }] };
  }
  const reasons: DocumentCheckReason[] = [];
  if (mrz !== null) {
    const wrong = Object.entries(mrz.checkDigits).filter(([, holds]) => !holds);
    for (const [field] of wrong) reasons.push({ code: 'check-digit-wrong', field });
    if (!mrz.valid && wrong.length === 0) reasons.push({ code: 'reading-unsure' });
  }
  if (ktp !== null && !ktp.nikValid) reasons.push({ code: 'number-impossible', field: 'documentNumber' });
  const today = dayOf(at);
  const { dateOfBirth, dateOfExpiry } = data;
  if (dateOfBirth !== undefined && (dateOfBirth > today || ageOn(dateOfBirth, today) > MAX_AGE_YEARS)) {
    reasons.push({ code: 'date-impossible', field: 'dateOfBirth' });
  }
  const issued = aamva?.fields.dateOfIssue ?? null;
  const begins = [dateOfBirth, issued].filter((date) => date != null);
  if (dateOfExpiry !== undefined && begins.some((date) => dateOfExpiry <= date)) {
    reasons.push({ code: 'date-impossible', field: 'dateOfExpiry' });
  } else if (dateOfExpiry !== undefined && dateOfExpiry < today) {
    reasons.push({ code: 'expired', field: 'dateOfExpiry' });
  }
  if (issued !== null && issued > today) reasons.push({ code: 'date-impossible', field: 'dateOfIssue' });
  return { name, outcome: reasons.length === 0 ? 'clear' : 'consider', reasons };
}

/** What one place of the document says against what another says. Without two places there is nothing to compare. */
export function judgeConsistency(comparisons: DocumentEvidence['comparisons']): DocumentCheck {
  const name = 'dataConsistency';
  if (comparisons.length === 0) return { name, outcome: 'not-made', reasons: [{ code: 'one-source-only' }] };
  const differing = new Set(comparisons.filter(({ agree }) => !agree).map(({ field }) => field));
  const reasons = [...differing].map((field): DocumentCheckReason => ({ code: 'values-differ', field }));
  return { name, outcome: reasons.length === 0 ? 'clear' : 'consider', reasons };
}

/** Only where a minimum is asked for, and a birth date was read. */
export function judgeAge(data: DocumentData, at: Date, minimumAgeYears: number | null): DocumentCheck {
  const name = 'ageValidation';
  if (minimumAgeYears === null) return { name, outcome: 'not-made', reasons: [{ code: 'not-asked' }] };
  if (data.dateOfBirth === undefined) return { name, outcome: 'not-made', reasons: [{ code: 'not-readable' }] };
  if (ageOn(data.dateOfBirth, dayOf(at)) >= minimumAgeYears) return { name, outcome: 'clear', reasons: [] };
  return { name, outcome: 'consider', reasons: [{ code: 'under-age', field: 'dateOfBirth' }] };
}

/** What the page says that it read. A difference is recorded and decides nothing: the page may have seen a worse frame, or lie. */
export function judgeClaim(data: DocumentData, claimed: DocumentEvidence['claimedReading']): DocumentCheck {
  const name = 'claimedReading';
  const stated = Object.entries(claimed ?? {}) as [DocumentField, string][];
  if (stated.length === 0) return { name, outcome: 'not-made', reasons: [{ code: 'not-asked' }] };
  const comparable = stated.filter(([field]) => data[field] !== undefined);
  if (comparable.length === 0) return { name, outcome: 'not-made', reasons: [{ code: 'not-readable' }] };
  const reasons = comparable
    .filter(([field, value]) => data[field] !== value)
    .map(([field]): DocumentCheckReason => ({ code: 'values-differ', field }));
  return { name, outcome: reasons.length === 0 ? 'clear' : 'consider', reasons };
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

/** Whole years between two days, `YYYY-MM-DD`; somebody born on 29 February is a year older on 1 March. */
function ageOn(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}
