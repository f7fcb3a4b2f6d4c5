import type { DocumentMeasurement, DocumentReading, FieldComparison } from '@bonafide/browser-core/document';
import type { DocumentGuidanceCode } from '@bonafide/contracts/codes';
import type { VerifyDocumentRequest } from './verify-document-request.ts';

/** What was seen and read on one side. */
export interface SideEvidence {
  readonly measurement: DocumentMeasurement;
  /** What the picture fails by the lines of the camera's own gate. */
  readonly problems: readonly DocumentGuidanceCode[];
  readonly reading: DocumentReading;
  /** Whether a face was found on it; null where nobody looked. */
  readonly hasPortrait: boolean | null;
}

/** All that a judgement about a document rests on: plain data, and the day. */
export interface DocumentEvidence extends Omit<VerifyDocumentRequest, 'front' | 'back'> {
  readonly front: SideEvidence;
  readonly back: SideEvidence | null;
  /** Zone, barcode and printed fields of both sides against each other. */
  readonly comparisons: readonly Pick<FieldComparison, 'field' | 'agree'>[];
}
