import type { DocumentPolicy } from '@bonafide/browser-core/document';
import type { DocumentGuidanceCode } from '@bonafide/contracts/codes';
import type { DocumentEvidence, SideEvidence } from './document-evidence.ts';
import type { DocumentCheck, DocumentCheckReason } from './document-inspection.ts';

/** Under it letters of a card are three pixels high (guess; reading wants about ten). */
const MIN_LONG_SIDE_PIXELS = 480;

/**
 * What makes a picture useless for checking, of what the camera's gate knows. How the document lies in the frame is for the
 * camera screen to ask for: once it is cut out, it takes nothing away. How large it is counts in pixels here.
 */
const UNUSABLE: ReadonlySet<DocumentGuidanceCode> = new Set<DocumentGuidanceCode>([
  'no-document',
  'wrong-side',
  'too-dark',
  'too-bright',
  'occluded',
  'photo-occluded',
  'glare',
  'blurry',
]);

/** Whether the pictures are good enough to be checked. */
export function judgeIntegrity({ front, back }: Pick<DocumentEvidence, 'front' | 'back'>): DocumentCheck {
  const reasons = [...problemsOf('front', front), ...(back === null ? [] : problemsOf('back', back))];
  return { name: 'imageIntegrity', outcome: reasons.length === 0 ? 'clear' : 'consider', reasons };
}

function problemsOf(side: 'front' | 'back', { measurement, problems }: SideEvidence): DocumentCheckReason[] {
  const codes = problems.filter((problem) => UNUSABLE.has(problem));
  const seen = measurement.document;
  if (seen !== null && seen.longSidePixels < MIN_LONG_SIDE_PIXELS) codes.push('too-far');
  if (seen !== null && seen.edgeGapRatio < 0) codes.push('too-close-to-edge');
  return codes.map((code) => ({ code, side }));
}

/**
 * Whether it looks like an original with its holder's portrait. Hints of a screen or a copy and a missing face are all that
 * is looked for: security features, printing and the chip are not.
 */
export function judgeAuthenticity(
  { front, back, claimedSuspicion }: Pick<DocumentEvidence, 'front' | 'back' | 'claimedSuspicion'>,
  { notOriginalEnterSuspicion }: DocumentPolicy,
): DocumentCheck {
  const name = 'visualAuthenticity';
  if (front.measurement.document === null) {
    return { name, outcome: 'not-made', reasons: [{ code: 'picture-unusable', side: 'front' }] };
  }
  const reasons: DocumentCheckReason[] = [];
  for (const [side, evidence] of Object.entries({ front, back }) as ['front' | 'back', SideEvidence | null][]) {
    const seen = evidence?.measurement.document;
    if (seen == null) continue;
    const claimed = claimedSuspicion?.[side] ?? { screenSuspicion: 0, copySuspicion: 0 };
    const isSuspected = (kind: 'screenSuspicion' | 'copySuspicion'): boolean =>
      Math.max(seen[kind], claimed[kind]) >= notOriginalEnterSuspicion;
    if (isSuspected('screenSuspicion')) reasons.push({ code: 'screen-suspected', side });
    if (isSuspected('copySuspicion')) reasons.push({ code: 'copy-suspected', side });
  }
  if (front.hasPortrait === false) reasons.push({ code: 'no-portrait', side: 'front' });
  return { name, outcome: reasons.length === 0 ? 'clear' : 'consider', reasons };
}
