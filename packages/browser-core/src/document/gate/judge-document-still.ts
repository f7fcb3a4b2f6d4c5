import type { DocumentMeasurement } from '../document-measurement.ts';
import type { DocumentQualitySummary } from '../document-quality-summary.ts';
import type { DocumentContext } from '../document-vision.ts';
import type { DocumentStillJudgement } from './document-gate-state.ts';
import { DEFAULT_DOCUMENT_POLICY, type DocumentPolicy } from './document-policy.ts';
import { documentProblems } from './document-problems.ts';

/** Judges a single picture by the lines at which the live gate raises its problems. */
export function judgeDocumentStill(
  measurement: DocumentMeasurement,
  context: DocumentContext,
  policy: DocumentPolicy = DEFAULT_DOCUMENT_POLICY,
): DocumentStillJudgement {
  return {
    problems: documentProblems(measurement, policy, new Set(), { ...context, speedSpansPerSecond: null }),
    summary: toDocumentQualitySummary(measurement, policy),
  };
}

const NO_DOCUMENT: DocumentQualitySummary = {
  score: 0,
  confidence: 0,
  sharpness: 0,
  spanRatio: 0,
  longSidePixels: 0,
  luminanceMean0to255: 0,
  glareRatio: 0,
  occlusionRatio: 0,
  rotationDegrees: 0,
  tiltDegrees: 0,
  screenSuspicion: 0,
  copySuspicion: 0,
};

/** The summary of one measured picture. */
export function toDocumentQualitySummary(
  { document }: DocumentMeasurement,
  policy: DocumentPolicy = DEFAULT_DOCUMENT_POLICY,
): DocumentQualitySummary {
  if (document === null) return NO_DOCUMENT;
  const { confidence, sharpness, spanRatio, longSidePixels, luminanceMean0to255, glareRatio, occlusionRatio } =
    document;
  const { rotationDegrees, tiltDegrees, screenSuspicion, copySuspicion } = document;
  // Each is low near the line where its problem enters, and 1 at a comfortable distance from it.
  const parts = [
    clamp(confidence / (1.6 * policy.confidenceEnter)),
    clamp(sharpness / (2.2 * policy.blurryEnterSharpness)),
    clamp(spanRatio / (1.4 * policy.tooFarEnterSpanRatio)),
    clamp((luminanceMean0to255 - policy.tooDarkEnterLuma / 2) / policy.tooDarkEnterLuma),
    clamp(1 - document.brightRatio / (2 * policy.tooBrightEnterRatio)),
    clamp(1 - glareRatio / (2 * policy.glareEnterRatio)),
    clamp(1 - occlusionRatio / (2 * policy.occludedEnterRatio)),
    clamp(1 - tiltDegrees / (2 * policy.tiltedEnterDegrees)),
  ];
  const mean = parts.reduce((sum, part) => sum + part, 0) / parts.length;
  return {
    score: (mean + Math.min(...parts)) / 2,
    confidence,
    sharpness,
    spanRatio,
    longSidePixels,
    luminanceMean0to255,
    glareRatio,
    occlusionRatio,
    rotationDegrees,
    tiltDegrees,
    screenSuspicion,
    copySuspicion,
  };
}

function clamp(value: number): number {
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0;
}
