import type { FaceMeasurement, FrameLivenessSignals, FrameMeasurement } from '../src/face/frame-measurement.ts';

export interface MeasurementChanges {
  readonly frame?: Partial<Omit<FrameMeasurement, 'face' | 'image' | 'liveness'>>;
  /** Null removes the face. */
  readonly face?: Partial<FaceMeasurement> | null;
  readonly image?: Partial<FrameMeasurement['image']>;
  readonly liveness?: Partial<FrameLivenessSignals> | null;
}

/** A frame that passes the default policy with room to spare, with some members changed. No real face is behind it. */
export function syntheticMeasurement(changes: MeasurementChanges = {}): FrameMeasurement {
  const face: FaceMeasurement = {
    landmarks: new Float32Array(1404),
    presence: 0.99,
    box: { x: 220, y: 120, width: 200, height: 240 },
    pose: { yawDegrees: 0, pitchDegrees: 0, rollDegrees: 0 },
    leftEyeOpenness: 0.3,
    rightEyeOpenness: 0.3,
    mouthOpenness: 0,
    eyesOcclusion: 0,
    mouthOcclusion: 0,
    luminanceMean0to255: 130,
    luminanceDeviation0to255: 35,
    darkShare: 0,
    brightShare: 0,
    sideLightRatio: 1.1,
    sharpness: 300,
    ...changes.face,
  };
  return {
    index: 0,
    timestampMs: 0,
    width: 640,
    height: 480,
    faceCount: changes.face === null ? 0 : 1,
    face: changes.face === null ? null : face,
    image: {
      luminanceMean0to255: 120,
      backgroundLuminanceMean0to255: 110,
      faceColour: [150, 115, 95],
      surroundingsColour: [110, 110, 110],
      fingerprint: 'f0',
      backgroundMotion0to255: 1.2,
      faceMotion0to255: 3,
      ...changes.image,
    },
    liveness: changes.liveness ? { ...BONA_FIDE_SIGNALS, ...changes.liveness } : null,
    costMs: 8,
    ...changes.frame,
  };
}

const BONA_FIDE_SIGNALS: FrameLivenessSignals = {
  modelScore: null,
  modelScores: [],
  moireEnergy: 0.01,
  rasterPeakDb: 0,
  specularShare: 0.01,
  highFrequencyRatio: 0.1,
  borderStrength: 0.1,
  chromaDeviation0to255: 12,
  flow: null,
};
