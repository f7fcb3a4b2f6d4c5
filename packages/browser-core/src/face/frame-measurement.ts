/** An axis-aligned box in frame pixels, origin top left. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Head rotation in degrees, from the landmarks. 0 looks straight into the camera.
 * Positive yaw: the subject turns to their own left; positive pitch: the chin goes up; positive roll: the head
 * tilts towards the subject's own left shoulder.
 */
export interface HeadPose {
  readonly yawDegrees: number;
  readonly pitchDegrees: number;
  readonly rollDegrees: number;
}

/** What one frame says about the largest face in it. */
export interface FaceMeasurement {
  /** 468 landmarks, `x, y, z` interleaved (length 1404): x and y in frame pixels, z in the same scale, nearer is negative. */
  readonly landmarks: Float32Array;
  /** The mesh network's own belief that it looks at a face, 0–1. */
  readonly presence: number;
  /** Bounding box of the landmarks. */
  readonly box: Box;
  readonly pose: HeadPose;
  /** Eye aspect ratio (lid gap over eye width) of the subject's own left and right eye; about 0.3 open, under 0.15 closed. */
  readonly leftEyeOpenness: number;
  readonly rightEyeOpenness: number;
  /** Lip gap over mouth width; 0 closed. */
  readonly mouthOpenness: number;
  /** Belief that the region is hidden by something that is not skin (dark glasses, a mask, a hand), 0–1. */
  readonly eyesOcclusion: number;
  readonly mouthOcclusion: number;
  /** Rec. 709 luma over the face oval, 0–255. */
  readonly luminanceMean0to255: number;
  readonly luminanceDeviation0to255: number;
  /** Share of oval pixels at or under 16, and at or over 250. */
  readonly darkShare: number;
  readonly brightShare: number;
  /** Mean luma of the brighter half of the face over the darker half, split by the nose line; 1 is even light. */
  readonly sideLightRatio: number;
  /** Variance of the 3×3 Laplacian over the face resampled to 96 px wide; larger is sharper. */
  readonly sharpness: number;
}

/** Mean sRGB values, each 0–255. */
export type MeanColour = readonly [red: number, green: number, blue: number];

/** What one frame says about the whole picture. */
export interface ImageMeasurement {
  readonly luminanceMean0to255: number;
  /** Mean luma outside the face oval; equals the frame's mean without a face. */
  readonly backgroundLuminanceMean0to255: number;
  /** Mean colour of the face oval, and of what lies beside and above it down to the chin; null without a face or without such a place. */
  readonly faceColour: MeanColour | null;
  readonly surroundingsColour: MeanColour | null;
  /**
   * Hash of a coarse thumbnail together with the exact sum of its samples: two frames that share it are bit-for-bit
   * repeats as far as a sensor is concerned. Used as injection evidence.
   */
  readonly fingerprint: string;
  /** Mean absolute luma difference to the frame before, outside the face and inside it, 0–255; null on a first frame. */
  readonly backgroundMotion0to255: number | null;
  readonly faceMotion0to255: number | null;
}

/** What moved since a frame about half a second before, followed by its pixels. Lengths are face widths. */
export interface FaceFlow {
  /**
   * Edges beside and above the face, mean over them. `apart`: how far they went otherwise than the face would have carried them;
   * `moved`: how far they or the face went. On a sheet with a face on it nothing goes apart. Null: no edge could be followed.
   */
  readonly surroundings: { readonly apart: number; readonly moved: number } | null;
  /** What of the face's own motion no shift, turn and scale explains, and what no flat sheet does; null: too little structure. */
  readonly relief: { readonly similarity: number; readonly homography: number } | null;
}

/** What one frame says about being a bona fide presentation. Every member is evidence; none is a verdict. */
export interface FrameLivenessSignals {
  /** Our model's belief that the presentation is bona fide, 0–1, mean over its crop scales; null when no model is loaded. */
  readonly modelScore: number | null;
  /** The model's score at each crop scale, in the order of the model's manifest entry. */
  readonly modelScores: readonly number[];
  /** Energy of narrow peaks in the face's mid and high spatial frequencies over its whole energy, 0–1. Screens and halftones raise it. */
  readonly moireEnergy: number;
  /**
   * How far the tallest narrow peaks of the face's high spatial frequencies, off both axes, stand over their surroundings and over lower
   * frequencies of the same direction, decibels, 0 for none. The pixels of a display raise it, and halftones that lie at a slant.
   */
  readonly rasterPeakDb: number;
  /** Share of the face covered by hard specular highlights, 0–1. Glossy paper and glass raise it. */
  readonly specularShare: number;
  /** Energy in the top octave over the two below it. A resampled picture lowers it, halftone raises it. */
  readonly highFrequencyRatio: number;
  /** Strength of long straight edges around the face that could be a bezel or the edge of a sheet, 0–1. */
  readonly borderStrength: number;
  /** Standard deviation of chroma over the face, 0–255. A gamut that was printed or shown narrows it. */
  readonly chromaDeviation0to255: number;
  /** Null as long as there is no earlier frame to compare with. */
  readonly flow: FaceFlow | null;
}

/** Everything that the vision worker measures on one frame. Plain data: it crosses threads and is safe to log without landmarks. */
export interface FrameMeasurement {
  /** Counts from 0 since the source was opened. */
  readonly index: number;
  /** When the frame was captured, on the page's monotonic clock, milliseconds. */
  readonly timestampMs: number;
  /** Frame size in pixels, as analysed. */
  readonly width: number;
  readonly height: number;
  /** How many faces the detector saw. It looks for a second face at a low rate; the count is carried between looks. */
  readonly faceCount: number;
  /** The largest face, or null. */
  readonly face: FaceMeasurement | null;
  readonly image: ImageMeasurement;
  /** Null when no face was found or liveness is not measured on this frame. */
  readonly liveness: FrameLivenessSignals | null;
  /** Milliseconds spent on this frame in the worker, whole. */
  readonly costMs: number;
}
