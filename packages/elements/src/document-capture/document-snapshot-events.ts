import type { DocumentCapturePhase, DocumentCaptureSnapshot } from '@bonafide/browser-core/identity';
import { DOCUMENT_GUIDANCE_CODES } from '@bonafide/contracts/codes';
import type { ResolvedDocumentMessages } from '../messages/document-texts.ts';
import { failureDetail } from '../shell/failure-detail.ts';
import { hasBecomeReady } from '../shell/has-become-ready.ts';
import { permissionChange } from '../shell/permission-change.ts';
import { DocumentCaptureEvent, type DocumentCaptureEventDetails } from './document-capture-events.ts';

const PROGRESS_OF: Partial<Record<DocumentCapturePhase, DocumentCaptureEventDetails['document-progress']['phase']>> = {
  loading: 'assets',
  holding: 'stable',
};

/** The events that lie between two snapshots, in the order in which they are dispatched. Pure. */
export function documentSnapshotEvents(
  before: DocumentCaptureSnapshot,
  now: DocumentCaptureSnapshot,
  { guidance }: Pick<ResolvedDocumentMessages, 'guidance'>,
): readonly DocumentCaptureEvent[] {
  const events: DocumentCaptureEvent[] = [];
  const { side } = now;
  if (now.phase !== before.phase) {
    events.push(new DocumentCaptureEvent('document-state', { from: before.phase, to: now.phase, side }));
    if (hasBecomeReady(before, now)) events.push(new DocumentCaptureEvent('document-ready', { side }));
  }
  const permission = permissionChange(before, now);
  if (permission !== null) events.push(new DocumentCaptureEvent('document-permission', { state: permission }));
  if ((now.cameraId !== before.cameraId || now.cameras !== before.cameras) && now.cameras.length > 0) {
    events.push(new DocumentCaptureEvent('document-camera', { devices: now.cameras, selected: now.cameraId }));
  }
  const code = now.guidance;
  if (code !== null && code !== before.guidance) {
    const { severity } = DOCUMENT_GUIDANCE_CODES[code];
    events.push(new DocumentCaptureEvent('document-guidance', { code, side, severity, spoken: guidance[code] }));
  }
  const progress = PROGRESS_OF[now.phase];
  if (progress !== undefined && now.progress !== null && now.progress !== before.progress) {
    events.push(new DocumentCaptureEvent('document-progress', { phase: progress, value: now.progress }));
  }
  if (now.phase !== before.phase) events.push(...endings(before, now));
  return events;
}

function endings(
  before: DocumentCaptureSnapshot,
  { phase, failure }: DocumentCaptureSnapshot,
): readonly DocumentCaptureEvent[] {
  switch (phase) {
    case 'unsupported':
      return [new DocumentCaptureEvent('document-unsupported', { code: failure?.code ?? 'unsupported-browser' })];
    case 'cancelled':
      return [new DocumentCaptureEvent('document-cancel', { reason: failure?.code ?? 'user', state: before.phase })];
    case 'error':
      return [new DocumentCaptureEvent('document-error', failureDetail(failure))];
    default:
      return [];
  }
}
