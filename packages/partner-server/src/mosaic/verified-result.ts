import type { VerificationResult, VerifiedDocument, VerifiedInfo, VerifiedPerson } from '@bonafide/contracts/mosaic';

/** A result whose person and document stand in one place, whichever of the two documented shapes it came in. */
export interface VerifiedResult {
  readonly sessionId: string;
  readonly status: string;
  /** The decision; undefined while there is none. Only `ALLOW` is a yes. */
  readonly recommendation: VerificationResult['recommendation'];
  /** Personal data. */
  readonly person: VerifiedPerson | undefined;
  /** Personal data. */
  readonly document: VerifiedDocument | undefined;
  readonly additionalInfo: VerificationResult['additional_info'];
  readonly checks: VerificationResult['checks'];
  /** Which shape it came in: at the top, inside of `verified_info`, both, or neither. */
  readonly shape: 'flat' | 'nested' | 'both' | 'none';
  /** The answer as it came, unknown fields included. For `toOutcome`. */
  readonly body: VerificationResult;
}

/** Undefined when the two shapes contradict each other: then nobody knows who was verified. */
export function toVerifiedResult(sessionId: string, body: VerificationResult): VerifiedResult | undefined {
  const { status, recommendation, additional_info: additionalInfo, checks, verified_info: nested } = body;
  const person = joined(body.person, nested?.person);
  const document = joined(body.document, nested?.document);
  if (person === null || document === null) return undefined;
  const isFlat = body.person !== undefined || body.document !== undefined;
  const isNested = nested?.person !== undefined || nested?.document !== undefined;
  const shape = isFlat ? (isNested ? 'both' : 'flat') : isNested ? 'nested' : 'none';
  return { sessionId, status, recommendation, person, document, additionalInfo, checks, shape, body };
}

/** What a journey keeps in its output variable: always `verified_info`, as its expressions read it. */
export function toJourneyVariable({ body, person, document }: VerifiedResult): VerificationResult & {
  readonly verified_info: VerifiedInfo;
} {
  return {
    ...body,
    verified_info: { ...body.verified_info, ...(person && { person }), ...(document && { document }) },
  };
}

/** The fields of both; null when one field has two values. */
function joined<T extends object>(flat: T | undefined, nested: T | undefined): T | undefined | null {
  if (flat === undefined || nested === undefined) return flat ?? nested;
  const isContradicted = Object.entries(nested).some(
    ([name, value]) => Object.hasOwn(flat, name) && (flat as Record<string, unknown>)[name] !== value,
  );
  return isContradicted ? null : { ...nested, ...flat };
}
