import { fieldAt } from './native-field.ts';
import type { CheckKind, OutcomeCheck } from './outcome.ts';

const PASSES: readonly (readonly [kind: CheckKind, path: readonly string[]])[] = [
  ['liveness', ['verificationResults', 'liveness', 'result']],
  ['face_match', ['verificationResults', 'faceMatch', 'result']],
  ['reference_image', ['verificationResults', 'referenceImageValidation', 'ktp', 'verificationResult']],
];

/** Per-field checks of the sister product (eSign/SIV). */
const FIELDS: readonly (readonly [kind: CheckKind, field: string])[] = [
  ['database_comparison', 'nik'],
  ['database_comparison', 'name'],
  ['database_comparison', 'dateOfBirth'],
  ['face_match', 'selfie'],
];

/** What the details of a submission say of single checks. */
export function onekycChecks(data: unknown): readonly OutcomeCheck[] {
  const details = fieldAt(data, 'submissionDetails');
  const score = fieldAt(details, 'verificationResults', 'faceMatch', 'score');
  const passes = PASSES.flatMap(([kind, path]): OutcomeCheck[] => {
    const passed = fieldAt(details, ...path);
    if (typeof passed !== 'boolean') return [];
    return [
      {
        kind,
        result: passed ? 'passed' : 'failed',
        score: kind === 'face_match' && typeof score === 'number' ? score : null,
      },
    ];
  });
  const fields = FIELDS.flatMap(([kind, field]): OutcomeCheck[] => {
    const word = fieldAt(details, 'verificationResult', field);
    if (word !== 'PASS' && word !== 'FAIL') return [];
    return [{ kind, result: word === 'PASS' ? 'passed' : 'failed', score: null }];
  });
  return [...passes, ...fields];
}
