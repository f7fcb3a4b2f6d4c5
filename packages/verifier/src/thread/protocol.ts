import type { DocumentPolicy } from '@bonafide/browser-core/document';
import type { LivenessAssessment, LivenessPolicy, QualityPolicy, StillJudgement } from '@bonafide/browser-core/vision';
import type { SideEvidence } from '../document/document-evidence.ts';
import type { AlignedFace } from '../face/aligned-face.ts';
import type { FaceAlignment } from '../face/face-alignment.ts';
import type { FaceDescriberModule } from '../face/face-matcher.ts';
import type { PictureLimits } from '../picture-limits.ts';
import type { SelfieInspection } from '../selfie-inspection.ts';
import type { VerifierErrorCode } from '../verifier-error.ts';
import type { DocumentViewRequest } from './document-viewer.ts';

/** What a thread is started with. */
export interface ThreadSettings {
  readonly limits: PictureLimits;
  readonly policy: QualityPolicy;
  readonly documentPolicy: DocumentPolicy;
  readonly livenessPolicy: LivenessPolicy;
  /** Address of the folder with networks and manifest; null: the one that the page is served from as well. */
  readonly assets: string | null;
}

/** How a matcher wants faces. */
export interface FaceCut {
  readonly alignment: FaceAlignment;
  readonly describer: FaceDescriberModule | null;
}

/** The frames around a selfie. */
export interface FrameSequence {
  /** When the selfie was taken, milliseconds since the first picture of its capture. */
  readonly stillAtMs: number;
  /** Oldest first. */
  readonly frames: readonly { readonly bytes: Uint8Array; readonly atMs: number }[];
}

/** One picture's work, as it goes to a thread. */
export type Task =
  | { readonly kind: 'inspect'; readonly bytes: Uint8Array; readonly sequence?: FrameSequence | null }
  | {
      readonly kind: 'face';
      readonly bytes: Uint8Array;
      readonly cut: FaceCut;
      /** A face on a document is small, may have a ghost beside it, and is not alive. */
      readonly role: 'selfie' | 'portrait';
    }
  | ({ readonly kind: 'document'; readonly bytes: Uint8Array } & DocumentViewRequest);

export interface TaskResults {
  readonly inspect: SelfieInspection;
  readonly face: FaceView;
  readonly document: SideEvidence;
}

/** What is seen of the faces in a picture that is to be compared. */
export interface FaceView {
  readonly faceCount: number;
  /** The largest. */
  readonly face: AlignedFace | null;
  /** Width of its mesh in pixels of the picture that was sent; 0 without one. */
  readonly faceWidthPixels: number;
  /** Null for a portrait. */
  readonly quality: StillJudgement | null;
  readonly liveness: LivenessAssessment | null;
}

export type Answer =
  | { readonly type: 'done'; readonly value: TaskResults[keyof TaskResults] }
  | { readonly type: 'failed'; readonly code: VerifierErrorCode; readonly message: string; readonly details: string };
