import { VERIFICATION_CHECKS } from '../idnow/vocabulary.ts';
import { fieldAt, listAt, wordAt } from './native-field.ts';
import type { CheckKind, CheckResult, OutcomeCheck } from './outcome.ts';

const KIND_OF: Readonly<Record<(typeof VERIFICATION_CHECKS)[number], CheckKind>> = {
  livenessDetection: 'liveness',
  faceComparison: 'face_match',
};

/**
 * The checks of a block `Verification`. A rejection fails both whatever the matter was, so both are `reported_jointly`. Takes
 * items that have the check's name as a key and items of `{type, result}`, since the form is not known.
 */
export function idnowChecks(verification: unknown): readonly OutcomeCheck[] {
  const items = listAt(verification, 'methods').flatMap((method) => listAt(method, 'checks'));
  return items.flatMap((item) =>
    VERIFICATION_CHECKS.flatMap((name): OutcomeCheck[] => {
      const word = wordAt(item, name) ?? (fieldAt(item, 'type') === name ? wordAt(item, 'result') : undefined);
      return word === undefined ? [] : [{ kind: KIND_OF[name], result: resultOf(word), score: null }];
    }),
  );
}

function resultOf(word: string): CheckResult {
  if (word === 'passed') return 'passed';
  return word === 'failed' ? 'reported_jointly' : 'inconclusive';
}
