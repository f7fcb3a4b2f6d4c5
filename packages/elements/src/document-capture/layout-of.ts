import type { DocumentLayout, WantedDocument } from './document-view-model.ts';

export function layoutOf({ documentType, side }: WantedDocument): DocumentLayout {
  if (documentType === 'passport') return 'page';
  if (side === 'front') return 'card';
  return documentType === 'driversLicense' ? 'barcode' : 'lines';
}
