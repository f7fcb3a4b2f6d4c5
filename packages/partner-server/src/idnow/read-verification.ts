import { ASSURANCE_LEVEL, TRUST_FRAMEWORK, VERIFICATION_CHECKS } from '@bonafide/contracts/idnow';
import type { CheckOutcome, Verification } from '@bonafide/contracts/idnow';
import { checkOutcome, verification as schema } from '@bonafide/contracts/idnow/validators';
import { PartnerServerError } from '../partner-server-error.ts';

type CheckName = (typeof VERIFICATION_CHECKS)[number];

/** What stands in the block whatever came of it. */
interface Common {
  readonly provider: string | undefined;
  readonly verifiedAt: string | undefined;
  /** Transaction id of Keyless. */
  readonly verificationProcessId: string | undefined;
}

/** The block `Verification` of Authentication v2, by the rows of the vendor's table. */
export type IdnowVerification =
  | (Common & {
      readonly status: 'verified';
      readonly checks: Readonly<Record<CheckName, 'passed'>>;
      readonly evidence: {
        readonly type: 'transactionJwt';
        /** Where in the vault. */
        readonly entryId: string;
      };
      readonly trustFramework: typeof TRUST_FRAMEWORK;
      readonly assuranceLevel: typeof ASSURANCE_LEVEL;
    })
  /** Both read `failed`, whatever the reason: they never tell an attack from another person. */
  | (Common & { readonly status: 'rejected'; readonly checks: Readonly<Record<CheckName, 'failed'>> })
  | (Common & { readonly status: 'aborted' | 'error'; readonly checks: null });

/**
 * A `Verification` held against the vendor's table: which checks, which evidence and which framework each status has. What
 * fits no row is refused, so that half a proof is never taken for one.
 *
 * Takes a check as `{ livenessDetection: 'passed' }` or as `{ type: 'livenessDetection', result: 'passed' }`: which of them
 * the vendor sends is not documented.
 * @throws {PartnerServerError} `invalid-response`, naming the field and not its value
 */
export function readVerification(block: unknown): IdnowVerification {
  const parsed = schema.safeParse(block);
  if (!parsed.success) throw notByTheTable(parsed.error.issues[0]?.path.map(String).join('.') ?? '');
  const whole = parsed.data as Verification;
  const [method, ...others] = whole.methods;
  if (method?.type !== 'biometric' || others.length > 0) throw notByTheTable('methods');
  const { status, trustFramework = null, assuranceLevel = null } = whole;
  const common: Common = {
    provider: whole.provider,
    verifiedAt: whole.verifiedAt ?? undefined,
    verificationProcessId: whole.verificationProcessId ?? undefined,
  };
  if (status === 'verified') {
    const [evidence, ...more] = method.evidence.filter(({ type }) => type === 'transactionJwt');
    if (evidence === undefined || more.length > 0) throw notByTheTable('methods.0.evidence');
    if (trustFramework !== TRUST_FRAMEWORK) throw notByTheTable('trustFramework');
    if (assuranceLevel !== ASSURANCE_LEVEL) throw notByTheTable('assuranceLevel');
    const checks = readChecks(method.checks, 'passed');
    return {
      ...common,
      status,
      checks,
      evidence: { type: 'transactionJwt', entryId: evidence.ref.$id },
      trustFramework,
      assuranceLevel,
    };
  }
  if (method.evidence.length > 0) throw notByTheTable('methods.0.evidence');
  if (trustFramework !== null) throw notByTheTable('trustFramework');
  if (assuranceLevel !== null) throw notByTheTable('assuranceLevel');
  if (status === 'rejected') return { ...common, status, checks: readChecks(method.checks, 'failed') };
  if (method.checks.length > 0) throw notByTheTable('methods.0.checks');
  return { ...common, status, checks: null };
}

/** Both checks, once each, and all of one outcome. */
function readChecks<Outcome extends CheckOutcome>(
  items: readonly Readonly<Record<string, unknown>>[],
  outcome: Outcome,
): Readonly<Record<CheckName, Outcome>> {
  const found = items.flatMap((item) =>
    typeof item['type'] === 'string'
      ? [[item['type'], item['result']] as const]
      : Object.entries(item).filter(([, value]) => checkOutcome.safeParse(value).success),
  );
  const isWhole = VERIFICATION_CHECKS.every(
    (name) => found.filter(([key, value]) => key === name && value === outcome).length === 1,
  );
  if (!isWhole || found.length !== VERIFICATION_CHECKS.length) throw notByTheTable('methods.0.checks');
  return { livenessDetection: outcome, faceComparison: outcome };
}

function notByTheTable(path: string): PartnerServerError {
  return new PartnerServerError(
    'invalid-response',
    `the verification is not as the contract's table says at '${path}'`,
  );
}
