import { defineDocumentCapture } from '../document-capture/define-document-capture.ts';

export { DocumentCapture } from '../document-capture/document-capture.ts';

defineDocumentCapture();
