import { CHECK_NAMES } from '../mosaic/vocabulary.ts';
import { fieldAt, listAt, wordAt } from './native-field.ts';
import type { CheckKind, CheckResult, OutcomeCheck } from './outcome.ts';
import { saidIfThere, type Said } from './said.ts';

const KIND_OF: Readonly<Record<(typeof CHECK_NAMES)[number], CheckKind>> = {
  document_validation: 'data_validation',
  document_authentication: 'document_authenticity',
  document_liveness: 'document_integrity',
  biometric_matching: 'face_match',
  biometric_liveness: 'liveness',
  flagged_identity: 'database_comparison',
  risk_recommendation: 'risk',
};

const RESULT_OF: Readonly<Record<string, CheckResult>> = { ALLOW: 'passed', CHALLENGE: 'inconclusive', DENY: 'failed' };

/** What a result says of single checks, and the reasons that they give. */
export function mosaicFindings(body: unknown): {
  readonly said: readonly Said[];
  readonly checks: readonly OutcomeCheck[];
} {
  const named = CHECK_NAMES.flatMap((name) => {
    const check = fieldAt(body, 'checks', name);
    return typeof check === 'object' && check !== null ? [{ name, check }] : [];
  });
  const said = named.flatMap(({ name, check }) =>
    listAt(check, 'reasons').flatMap((reason) =>
      typeof reason === 'string'
        ? saidIfThere('mosaic', 'check-reason', reason).map((each) =>
            name === 'biometric_liveness' ? asLiveness(each) : each,
          )
        : [],
    ),
  );
  const checks = named.map(({ name, check }): OutcomeCheck => {
    const word = wordAt(check, 'recommendation') ?? '';
    return {
      kind: KIND_OF[name],
      result: Object.hasOwn(RESULT_OF, word) ? (RESULT_OF[word] ?? 'inconclusive') : 'inconclusive',
      score: null,
    };
  });
  return { said, checks };
}

/** `presentation_attack` may be liveness or fraud: said by the liveness of the face, it is the first. */
function asLiveness(said: Said): Said {
  const { reading } = said;
  return reading.reasons.includes('liveness') ? { ...said, reading: { ...reading, reasons: ['liveness'] } } : said;
}
