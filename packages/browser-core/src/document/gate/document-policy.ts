import {
  createPolicy,
  DEGREES,
  HYSTERESIS,
  LUMA,
  MILLISECONDS,
  SHARE,
  threshold,
  type Threshold,
} from '../../quality/threshold.ts';

/** Every threshold of the document gate. `…Enter…` raises a problem, `…Leave…` lets it go again. */
export const DOCUMENT_THRESHOLDS = {
  confidenceEnter: threshold(0.45, 'belief 0–1', SHARE, 'guess', 'outline by its edges, corners and proportions'),
  confidenceLeave: threshold(0.5, 'belief 0–1', SHARE, 'guess', HYSTERESIS),
  tooFarEnterSpanRatio: threshold(0.5, 'frame sides', SHARE, 'guess', 'half of 1280 px gives a card 190 dpi'),
  tooFarLeaveSpanRatio: threshold(0.54, 'frame sides', SHARE, 'guess', HYSTERESIS),
  tooCloseEnterSpanRatio: threshold(0.97, 'frame sides', [0, 2], 'guess', 'a border must be left to see'),
  tooCloseLeaveSpanRatio: threshold(0.95, 'frame sides', [0, 2], 'guess', HYSTERESIS),
  edgeGapEnterRatio: threshold(0.01, 'short sides', SHARE, 'guess', 'a corner outside of the frame cannot be read'),
  edgeGapLeaveRatio: threshold(0.016, 'short sides', SHARE, 'guess', HYSTERESIS),
  offCentreEnterRatio: threshold(0.28, 'short sides', SHARE, 'guess', 'the outline on the screen is a help, no target'),
  offCentreLeaveRatio: threshold(0.24, 'short sides', SHARE, 'guess', HYSTERESIS),
  rotateEnterDegrees: threshold(18, 'degrees off the nearest quarter turn', DEGREES, 'guess', 'reading turns it back'),
  rotateLeaveDegrees: threshold(14, 'degrees off the nearest quarter turn', DEGREES, 'guess', HYSTERESIS),
  tiltedEnterDegrees: threshold(28, 'degrees', DEGREES, 'guess', 'far letters shrink to 0.88 of the near ones'),
  tiltedLeaveDegrees: threshold(24, 'degrees', DEGREES, 'guess', HYSTERESIS),
  tooDarkEnterLuma: threshold(45, 'luma 0–255', LUMA, 'guess', 'a dark passport page in good light stays over 90'),
  tooDarkLeaveLuma: threshold(53, 'luma 0–255', LUMA, 'guess', HYSTERESIS),
  tooDarkEnterRatio: threshold(0.5, 'share of pixels', SHARE, 'guess', 'pixels at or under 24 hold no detail'),
  tooDarkLeaveRatio: threshold(0.4, 'share of pixels', SHARE, 'guess', HYSTERESIS),
  tooBrightEnterLuma: threshold(235, 'luma 0–255', LUMA, 'guess', 'white paper in good light stays under 225'),
  tooBrightLeaveLuma: threshold(228, 'luma 0–255', LUMA, 'guess', HYSTERESIS),
  tooBrightEnterRatio: threshold(0.35, 'share of pixels', SHARE, 'guess', 'pixels at or over 250 are clipped'),
  tooBrightLeaveRatio: threshold(0.28, 'share of pixels', SHARE, 'guess', HYSTERESIS),
  glareEnterRatio: threshold(
    0.012,
    'share of the document',
    SHARE,
    'measured',
    'a reflection over 30 % of the width of a rendered specimen gives 0.03, one over 12 % gives 0.005; none gives 0',
  ),
  glareLeaveRatio: threshold(0.008, 'share of the document', SHARE, 'guess', HYSTERESIS),
  blurryEnterSharpness: threshold(
    0.18,
    'edge height a pixel at 640 px',
    SHARE,
    'measured',
    'six rendered specimens 845 px wide: 0.21 to 0.23 under a blur of 2 px, 0.12 to 0.14 under 4 px, where print of 2 mm is lost',
  ),
  blurryLeaveSharpness: threshold(0.2, 'edge height a pixel at 640 px', SHARE, 'guess', HYSTERESIS),
  occludedEnterRatio: threshold(
    0.12,
    'share of the border',
    SHARE,
    'guess',
    'two finger tips that hold a card cover 0.08',
  ),
  occludedLeaveRatio: threshold(0.1, 'share of the border', SHARE, 'guess', HYSTERESIS),
  notOriginalEnterSuspicion: threshold(0.75, 'belief 0–1', SHARE, 'guess', 'a hint to the person, never a verdict'),
  notOriginalLeaveSuspicion: threshold(0.6, 'belief 0–1', SHARE, 'guess', HYSTERESIS),
  movingEnterSpeed: threshold(0.35, 'spans a second', [0, 20], 'guess', '1/30 s of exposure smears 1 % of a card'),
  movingLeaveSpeed: threshold(0.25, 'spans a second', [0, 20], 'guess', HYSTERESIS),
  appearAfterMs: threshold(150, 'ms', MILLISECONDS, 'guess', 'how long a problem lasts before it is spoken of'),
  wrongSideAppearAfterMs: threshold(1200, 'ms', MILLISECONDS, 'guess', 'a card that is being turned shows both sides'),
  smoothingMs: threshold(250, 'ms', MILLISECONDS, 'guess', 'time constant of the average speed'),
  stableFrames: threshold(4, 'frames', [1, 600], 'guess', 'enough to choose the sharpest from'),
  stableMs: threshold(600, 'ms', MILLISECONDS, 'guess', 'long enough to read “hold still”, short enough not to tire'),
} as const satisfies Record<string, Threshold>;

/** Name of a threshold of the document gate. */
export type DocumentThreshold = keyof typeof DOCUMENT_THRESHOLDS;

/** One number for each threshold, in the units of `DOCUMENT_THRESHOLDS`. */
export type DocumentPolicy = Readonly<Record<DocumentThreshold, number>>;

const FALLING: ReadonlySet<string> = new Set<DocumentThreshold>([
  'confidenceEnter',
  'tooFarEnterSpanRatio',
  'edgeGapEnterRatio',
  'tooDarkEnterLuma',
  'blurryEnterSharpness',
]);

/**
 * The policy with some thresholds replaced. Throws `TypeError` for an unknown name, a number outside the threshold's
 * range, or a pair whose leave line lies on the wrong side of its enter line.
 */
export function createDocumentPolicy(overrides: Partial<DocumentPolicy> = {}): DocumentPolicy {
  return createPolicy(DOCUMENT_THRESHOLDS, { noun: 'document threshold', falling: FALLING }, overrides);
}

/** Every threshold at its default; frozen. */
export const DEFAULT_DOCUMENT_POLICY: DocumentPolicy = createDocumentPolicy();
