/** What is said about one picture of a document beside it. Numbers only; a missing document is all zeros. */
export interface DocumentQualitySummary {
  /** 0–1: the weakest and the mean of sharpness, size, light, glare, tilt and occlusion, half each. Ranks frames, decides nothing. */
  readonly score: number;
  readonly confidence: number;
  readonly sharpness: number;
  readonly spanRatio: number;
  readonly longSidePixels: number;
  readonly luminanceMean0to255: number;
  readonly glareRatio: number;
  readonly occlusionRatio: number;
  readonly rotationDegrees: number;
  readonly tiltDegrees: number;
  readonly screenSuspicion: number;
  readonly copySuspicion: number;
}
