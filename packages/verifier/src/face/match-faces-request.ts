import type { LivenessOpinion } from './conclude-liveness.ts';

/** Two pictures, JPEG, PNG or WebP. */
export interface MatchFacesRequest {
  readonly selfie: Uint8Array;
  /** The side of a document with the portrait, or any picture of the person. Its largest face counts. */
  readonly reference: Uint8Array;
  /** What the page says about the liveness of the capture. Weighed, never trusted alone: see `concludeLiveness`. */
  readonly claimedLiveness?: LivenessOpinion | null;
}
