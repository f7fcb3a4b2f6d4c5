import { DOCUMENT_GUIDANCE_CODES, type DocumentGuidanceCode } from '@bonafide/contracts/codes';
import type { DocumentMeasurement, SeenDocument } from '../document-measurement.ts';
import type { DocumentContext } from '../document-vision.ts';
import { FORMATS_OF_TYPE } from '../expected-document.ts';
import type { DocumentPolicy } from './document-policy.ts';

/** What the gate asks beside the frame itself. */
export interface ProblemContext extends DocumentContext {
  /** Null where one frame is all there is. */
  readonly speedSpansPerSecond: number | null;
}

/** True once a value reaches the line that applies: the leave line for a problem that is already there. */
type Crosses = (code: DocumentGuidanceCode, value: number, enter: number, leave: number) => boolean;
type Add = (code: DocumentGuidanceCode, applies: boolean) => void;

/**
 * All problems of one frame, most urgent first. `active` holds the problems of the frame before: they use their leave
 * lines.
 */
export function documentProblems(
  { document }: DocumentMeasurement,
  policy: DocumentPolicy,
  active: ReadonlySet<DocumentGuidanceCode>,
  context: ProblemContext,
): readonly DocumentGuidanceCode[] {
  // Negated on purpose: what is not a number is a problem, never a pass.
  const over: Crosses = (code, value, enter, leave) => !(value <= (active.has(code) ? leave : enter));
  const under: Crosses = (code, value, enter, leave) => !(value >= (active.has(code) ? leave : enter));
  const { confidenceEnter, confidenceLeave } = policy;
  if (document === null || under('no-document', document.confidence, confidenceEnter, confidenceLeave)) {
    return ['no-document'];
  }
  const found = new Set<DocumentGuidanceCode>();
  const add: Add = (code, applies) => {
    if (applies) found.add(code);
  };
  add('wrong-side', showsWrongSide(document, context));
  add('unsupported-document', showsOtherFormat(document, context));
  addFraming(document, policy, add, over, under);
  addLight(document, policy, add, over, under);
  add('occluded', over('occluded', document.occlusionRatio, policy.occludedEnterRatio, policy.occludedLeaveRatio));
  add('photo-occluded', context.side === 'front' && document.isPortraitCovered);
  const suspicion = Math.max(document.screenSuspicion, document.copySuspicion);
  const { notOriginalEnterSuspicion, notOriginalLeaveSuspicion } = policy;
  add('not-original', over('not-original', suspicion, notOriginalEnterSuspicion, notOriginalLeaveSuspicion));
  const speed = context.speedSpansPerSecond;
  if (speed !== null) add('moving', over('moving', speed, policy.movingEnterSpeed, policy.movingLeaveSpeed));
  add('blurry', under('blurry', document.sharpness, policy.blurryEnterSharpness, policy.blurryLeaveSharpness));
  return [...found].sort((a, b) => DOCUMENT_GUIDANCE_CODES[a].priority - DOCUMENT_GUIDANCE_CODES[b].priority);
}

/** Only what the layout makes sure of: a portrait is on the front; rows or a barcode without a portrait are a card's back. */
export function showsWrongSide({ features, format }: SeenDocument, { side, expected }: DocumentContext): boolean {
  const type = expected?.documentType;
  if (side === 'back') return features.portrait === true && type !== 'passport';
  // A passport's page has its rows beside the portrait; so may a card of ID-2.
  return features.portrait === false && format === 'id-1' && (features.mrz || features.barcode);
}

function showsOtherFormat({ format }: SeenDocument, { expected }: DocumentContext): boolean {
  if (expected === null || expected === undefined || format === null) return false;
  const wanted: readonly string[] = FORMATS_OF_TYPE[expected.documentType];
  // ID-2 and ID-3 have nearly the same proportions.
  return !wanted.includes(format) && !(format === 'id-3' && wanted.includes('id-2'));
}

function addFraming(document: SeenDocument, policy: DocumentPolicy, add: Add, over: Crosses, under: Crosses): void {
  const { spanRatio, edgeGapRatio, centreOffsetRatio, rotationDegrees, tiltDegrees } = document;
  add('too-far', under('too-far', spanRatio, policy.tooFarEnterSpanRatio, policy.tooFarLeaveSpanRatio));
  const isClose = over('too-close', spanRatio, policy.tooCloseEnterSpanRatio, policy.tooCloseLeaveSpanRatio);
  add('too-close', isClose);
  const { edgeGapEnterRatio, edgeGapLeaveRatio } = policy;
  const isAtEdge = under('too-close-to-edge', edgeGapRatio, edgeGapEnterRatio, edgeGapLeaveRatio);
  add('too-close-to-edge', isAtEdge && !isClose);
  const { offCentreEnterRatio, offCentreLeaveRatio } = policy;
  add('off-centre', over('off-centre', centreOffsetRatio, offCentreEnterRatio, offCentreLeaveRatio));
  const turn = Math.abs(rotationDegrees - 90 * Math.round(rotationDegrees / 90));
  add('rotate', over('rotate', turn, policy.rotateEnterDegrees, policy.rotateLeaveDegrees));
  add('tilted', over('tilted', tiltDegrees, policy.tiltedEnterDegrees, policy.tiltedLeaveDegrees));
}

function addLight(document: SeenDocument, policy: DocumentPolicy, add: Add, over: Crosses, under: Crosses): void {
  const { luminanceMean0to255: luma, darkRatio, brightRatio, glareRatio } = document;
  add(
    'too-dark',
    under('too-dark', luma, policy.tooDarkEnterLuma, policy.tooDarkLeaveLuma) ||
      over('too-dark', darkRatio, policy.tooDarkEnterRatio, policy.tooDarkLeaveRatio),
  );
  add(
    'too-bright',
    over('too-bright', luma, policy.tooBrightEnterLuma, policy.tooBrightLeaveLuma) ||
      over('too-bright', brightRatio, policy.tooBrightEnterRatio, policy.tooBrightLeaveRatio),
  );
  add('glare', over('glare', glareRatio, policy.glareEnterRatio, policy.glareLeaveRatio));
}
