import type {
  DocumentInspection,
  FaceEnrolment,
  FaceMatching,
  FaceTemplate,
  FrameSequence,
  MatchFacesRequest,
  ReferenceComparison,
  VerifyDocumentRequest,
} from '@bonafide/verifier';
import type { SelfieInspection } from './selfie-inspection.ts';

/**
 * What looks at the pictures of a check. Bytes are an encoded JPEG, PNG or WebP; each method rejects with
 * `UnreadablePictureError` when they cannot be decoded.
 */
export interface PictureProcessor {
  /** With the frames around it, liveness is judged over all of them. */
  inspect(selfie: Uint8Array, signal: AbortSignal, sequence?: FrameSequence | null): Promise<SelfieInspection>;
  verifyDocument(request: VerifyDocumentRequest, signal: AbortSignal): Promise<DocumentInspection>;
  matchFaces(request: MatchFacesRequest, signal: AbortSignal): Promise<FaceMatching>;
  /** What is kept of the one face on a selfie, to compare later ones with. */
  enrolFace(selfie: Uint8Array, signal: AbortSignal): Promise<FaceEnrolment>;
  /** Rejects with `UnusableTemplateError` for a template that another matcher made. */
  compareWithTemplate(selfie: Uint8Array, template: FaceTemplate, signal: AbortSignal): Promise<ReferenceComparison>;
  close(): Promise<void>;
}
