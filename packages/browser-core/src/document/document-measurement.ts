import type { DocumentFormat } from './document-format.ts';
import type { Quad } from './quad.ts';

/** What is seen of a document's layout, cheaply; reading it is another matter. */
export interface DocumentFeatures {
  /** Whether a portrait seems to be printed on it; null where nothing judged. */
  readonly portrait: boolean | null;
  /** Whether bands of machine-readable text lie along one long side. */
  readonly mrz: boolean;
  /** Whether a PDF417 or a QR code is printed on it. */
  readonly barcode: boolean;
}

/** What one frame says about the document in it. Ratios are 0–1 unless they say otherwise. */
export interface SeenDocument {
  readonly quad: Quad;
  /** By its proportions and what was expected; null when they fit none. */
  readonly format: DocumentFormat | null;
  /** Belief that the quadrilateral is a document's outline, 0–1. */
  readonly confidence: number;
  /** Largest share of the frame's width or height that the document spans. */
  readonly spanRatio: number;
  /** Mean length of its two longer sides, pixels of the frame. */
  readonly longSidePixels: number;
  /** Smallest distance from a corner to the frame's edge over the frame's short side; negative outside. */
  readonly edgeGapRatio: number;
  /** Distance from the document's centre to the frame's over the frame's short side. */
  readonly centreOffsetRatio: number;
  /** Direction in which it is read, clockwise from the frame's rows, −180 to 180; 0 is upright. */
  readonly rotationDegrees: number;
  /** Angle between the document's plane and the sensor's, 0 seen from straight above. */
  readonly tiltDegrees: number;
  /** Rec. 709 luma inside the document, 0–255. */
  readonly luminanceMean0to255: number;
  /** Share of its pixels at or under 24, and at or over 250. */
  readonly darkRatio: number;
  readonly brightRatio: number;
  /** Share covered by clipped light without texture. */
  readonly glareRatio: number;
  /** Steepness of its edges over their height, per pixel of the document at 640 px wide: contrast does not change it. */
  readonly sharpness: number;
  /** Share of its border that something covers. */
  readonly occlusionRatio: number;
  /** Whether something covers the place where the portrait is. */
  readonly isPortraitCovered: boolean;
  /** Evidence that a screen shows it, and that paper does, 0–1; none is a verdict. */
  readonly screenSuspicion: number;
  readonly copySuspicion: number;
  readonly features: DocumentFeatures;
}

/** Everything that the document worker measures on one frame. Plain data: it crosses threads and is safe to log. */
export interface DocumentMeasurement {
  /** When the frame was captured, on the page's monotonic clock, milliseconds. */
  readonly timestampMs: number;
  /** Frame size in pixels, as analysed. */
  readonly width: number;
  readonly height: number;
  readonly document: SeenDocument | null;
  /** Rec. 709 luma over the whole frame, 0–255. */
  readonly luminanceMean0to255: number;
  /** Mean corner movement since the frame before over the document's long side; null when there is none before. */
  readonly motionRatio: number | null;
  /** Milliseconds spent on this frame in the worker, whole. */
  readonly costMs: number;
}
