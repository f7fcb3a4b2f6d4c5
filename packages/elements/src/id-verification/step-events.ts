import type { DocumentCaptureEventType } from '../document-capture/document-capture-events.ts';
import type { SelfieLivenessEventType } from '../selfie-liveness/selfie-liveness-events.ts';

const STEP_EVENTS = {
  'document-ready': true,
  'document-unsupported': true,
  'document-permission': true,
  'document-camera': true,
  'document-state': true,
  'document-guidance': true,
  'document-progress': true,
  'document-capture': true,
  'document-review': true,
  'document-complete': true,
  'document-cancel': true,
  'document-error': true,
  'document-close': true,
  'document-assist': true,
  'document-telemetry': true,
  'document-measurement': true,
  'liveness-ready': true,
  'liveness-unsupported': true,
  'liveness-permission': true,
  'liveness-camera': true,
  'liveness-state': true,
  'liveness-guidance': true,
  'liveness-progress': true,
  'liveness-capture': true,
  'liveness-attempt-failed': true,
  'liveness-complete': true,
  'liveness-cancel': true,
  'liveness-error': true,
  'liveness-close': true,
  'liveness-help': true,
  'liveness-assist': true,
  'liveness-telemetry': true,
  'liveness-measurement': true,
} as const satisfies Record<DocumentCaptureEventType | SelfieLivenessEventType, true>;

/** What the elements of the steps say stays inside: their pictures do, and the page hears of the steps by `idv-…`. */
export function keepStepEvents(root: EventTarget): void {
  for (const type of Object.keys(STEP_EVENTS)) root.addEventListener(type, (event) => event.stopPropagation());
}
