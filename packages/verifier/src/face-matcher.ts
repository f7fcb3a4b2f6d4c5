import type { AlignedFace } from './aligned-face.ts';

/** How much two faces look like one person. */
export interface FaceMatch {
  /** 0–1, larger is more alike. Only scores of one `version` can be compared. */
  readonly score: number;
  /** Null when the matcher does not dare to say. */
  readonly result: boolean | null;
}

/** Compares faces. Put a better one in place of the default: see the README for what the default is worth. */
export interface FaceMatcher {
  readonly method: string;
  readonly version: string;
  compare(selfie: AlignedFace, reference: AlignedFace): Promise<FaceMatch> | FaceMatch;
}
