import type { DocumentMeasurement, SeenDocument } from '../document-measurement.ts';

/** A well-held card, with changes. */
export function seenDocument(changes: Partial<SeenDocument> = {}): SeenDocument {
  return {
    quad: [
      { x: 200, y: 150 },
      { x: 1080, y: 150 },
      { x: 1080, y: 705 },
      { x: 200, y: 705 },
    ],
    format: 'id-1',
    confidence: 0.95,
    spanRatio: 0.76,
    longSidePixels: 880,
    edgeGapRatio: 0.1,
    centreOffsetRatio: 0.05,
    rotationDegrees: 1,
    tiltDegrees: 4,
    luminanceMean0to255: 170,
    darkRatio: 0.02,
    brightRatio: 0,
    glareRatio: 0,
    sharpness: 0.42,
    occlusionRatio: 0,
    isPortraitCovered: false,
    screenSuspicion: 0,
    copySuspicion: 0,
    features: { portrait: true, mrz: false, barcode: false },
    ...changes,
  };
}

export interface MeasurementChanges extends Partial<Omit<DocumentMeasurement, 'document'>> {
  readonly document?: Partial<SeenDocument> | null;
}

export function documentMeasurement({ document, ...rest }: MeasurementChanges = {}): DocumentMeasurement {
  return {
    timestampMs: 0,
    width: 1280,
    height: 720,
    luminanceMean0to255: 120,
    motionRatio: 0.002,
    costMs: 9,
    ...rest,
    document: document === null ? null : seenDocument(document),
  };
}
