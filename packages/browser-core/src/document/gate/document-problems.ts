import { DOCUMENT_GUIDANCE_CODES, type DocumentGuidanceCode } from '@bonafide/contracts/codes';
import { createLineChecks, type LineCrosses, type EnterLine, type LineCheck } from '../../quality/line-check.ts';
import type { DocumentMeasurement, SeenDocument } from '../document-measurement.ts';
import type { DocumentContext } from '../document-vision.ts';
import { FORMATS_OF_TYPE } from '../expected-document.ts';
import type { DocumentPolicy, DocumentThreshold } from './document-policy.ts';

/** What the gate asks beside the frame itself. */
export interface ProblemContext extends DocumentContext {
  /** Null where one frame is all there is. */
  readonly speedSpansPerSecond: number | null;
}

export type DocumentEnterThreshold = EnterLine<DocumentThreshold>;
export type DocumentQualityCheck = LineCheck<DocumentGuidanceCode, DocumentThreshold>;
type Crosses = LineCrosses<DocumentGuidanceCode, DocumentThreshold>;
type Add = (code: DocumentGuidanceCode, applies: boolean) => void;

/**
 * All problems of one frame, most urgent first. `active` holds the problems of the frame before: they use their leave
 * lines. `onCheck` hears of every value that was compared with a line.
 */
export function documentProblems(
  { document }: DocumentMeasurement,
  policy: DocumentPolicy,
  active: ReadonlySet<DocumentGuidanceCode>,
  context: ProblemContext,
  onCheck?: (check: DocumentQualityCheck) => void,
): readonly DocumentGuidanceCode[] {
  const { over, under } = createLineChecks<DocumentGuidanceCode, DocumentThreshold>(policy, active, onCheck);
  if (document === null || under('no-document', document.confidence, 'confidenceEnter')) {
    return ['no-document'];
  }
  const found = new Set<DocumentGuidanceCode>();
  const add: Add = (code, applies) => {
    if (applies) found.add(code);
  };
  add('wrong-side', showsWrongSide(document, context));
  add('unsupported-document', showsOtherFormat(document, context));
  addFraming(document, add, over, under);
  addLight(document, add, over, under);
  add('occluded', over('occluded', document.occlusionRatio, 'occludedEnterRatio'));
  add('photo-occluded', context.side === 'front' && document.isPortraitCovered);
  const suspicion = Math.max(document.screenSuspicion, document.copySuspicion);
  add('not-original', over('not-original', suspicion, 'notOriginalEnterSuspicion'));
  const speed = context.speedSpansPerSecond;
  if (speed !== null) add('moving', over('moving', speed, 'movingEnterSpeed'));
  add('blurry', under('blurry', document.sharpness, 'blurryEnterSharpness'));
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

function addFraming(document: SeenDocument, add: Add, over: Crosses, under: Crosses): void {
  const { spanRatio, edgeGapRatio, centreOffsetRatio, rotationDegrees, tiltDegrees } = document;
  add('too-far', under('too-far', spanRatio, 'tooFarEnterSpanRatio'));
  const isClose = over('too-close', spanRatio, 'tooCloseEnterSpanRatio');
  add('too-close', isClose);
  const isAtEdge = under('too-close-to-edge', edgeGapRatio, 'edgeGapEnterRatio');
  add('too-close-to-edge', isAtEdge && !isClose);
  add('off-centre', over('off-centre', centreOffsetRatio, 'offCentreEnterRatio'));
  const turn = Math.abs(rotationDegrees - 90 * Math.round(rotationDegrees / 90));
  add('rotate', over('rotate', turn, 'rotateEnterDegrees'));
  add('tilted', over('tilted', tiltDegrees, 'tiltedEnterDegrees'));
}

function addLight(document: SeenDocument, add: Add, over: Crosses, under: Crosses): void {
  const { luminanceMean0to255: luma, darkRatio, brightRatio, glareRatio } = document;
  add('too-dark', under('too-dark', luma, 'tooDarkEnterLuma') || over('too-dark', darkRatio, 'tooDarkEnterRatio'));
  add(
    'too-bright',
    over('too-bright', luma, 'tooBrightEnterLuma') || over('too-bright', brightRatio, 'tooBrightEnterRatio'),
  );
  add('glare', over('glare', glareRatio, 'glareEnterRatio'));
}
