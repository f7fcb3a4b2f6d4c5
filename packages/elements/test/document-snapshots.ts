import type { DocumentCaptureResult, DocumentCaptureSnapshot } from '@bonafide/browser-core/identity';
import type { ErrorCode } from '@bonafide/contracts/codes';
import { IDLE_DOCUMENT_SNAPSHOT } from '../src/document-capture/document-idle-snapshot.ts';
import { failure } from './screen-snapshots.ts';

const CAMERAS = [
  { deviceId: 'back', label: 'Back camera' },
  { deviceId: 'wide', label: 'Back wide camera' },
];

const shown = (change: Partial<DocumentCaptureSnapshot>): DocumentCaptureSnapshot => ({
  ...IDLE_DOCUMENT_SNAPSHOT,
  expected: { documentType: 'identityCard', country: 'UTO' },
  ...change,
});
const live = (change: Partial<DocumentCaptureSnapshot>): DocumentCaptureSnapshot =>
  shown({ phase: 'aligning', cameras: CAMERAS, cameraId: 'back', torch: false, uploadOffered: true, ...change });
const failed = (code: ErrorCode): DocumentCaptureSnapshot =>
  shown({ phase: 'error', failure: failure(code), uploadOffered: true });
const PASSPORT = { documentType: 'passport', country: 'UTO' } as const;
const LICENCE = { documentType: 'driversLicense', country: 'UTO' } as const;

/** A snapshot for every screen that there is, and for the variants that look different. */
export const DOCUMENT_SNAPSHOTS = {
  start: shown({}),
  checking: shown({ phase: 'checking' }),
  permission: shown({ phase: 'requesting-permission' }),
  loading: shown({ phase: 'loading', progress: 0.42 }),
  searching: live({ guidance: 'no-document' }),
  passport: live({ guidance: 'no-document', expected: PASSPORT, uploadOffered: false, torch: null }),
  'licence-back': live({ guidance: 'no-document', expected: LICENCE, side: 'back' }),
  tilted: live({ guidance: 'tilted' }),
  glare: live({ guidance: 'glare', torch: true }),
  'wrong-side': live({ guidance: 'wrong-side', side: 'back' }),
  holding: live({ phase: 'holding', guidance: 'hold-still', progress: 0.6 }),
  manual: live({ guidance: 'blurry', manualCapture: true }),
  upload: shown({ phase: 'aligning', uploadOffered: true }),
  reading: shown({ phase: 'reading' }),
  refused: shown({ phase: 'refused', problems: ['glare', 'blurry'], refusalsLeft: 1, uploadOffered: true }),
  review: shown({ phase: 'captured' }),
  'review-warning': shown({ phase: 'captured', problems: ['glare'], refusalsLeft: 0 }),
  captured: shown({ phase: 'captured' }),
  'permission-denied': failed('permission-denied'),
  'no-camera': failed('no-camera'),
  'camera-in-use': failed('camera-in-use'),
  'file-damaged': failed('file-damaged'),
  'other-side': failed('document-wrong-side'),
  timeout: failed('attempt-timeout'),
  network: failed('asset-load-failed'),
  unsupported: shown({ phase: 'unsupported', failure: failure('unsupported-browser') }),
  cancelled: shown({ phase: 'cancelled', failure: failure('aborted') }),
} as const satisfies Record<string, DocumentCaptureSnapshot>;

export type DocumentScreenName = keyof typeof DOCUMENT_SNAPSHOTS;

/** What the element is told beside its session, for a screen that needs it. */
export function optionsOf(name: DocumentScreenName): { readonly review: boolean; readonly uploadOnly: boolean } {
  return { review: name.startsWith('review'), uploadOnly: name === 'upload' };
}

/** A capture with a picture that is only pixels. */
export function captureOf(image: Blob): DocumentCaptureResult {
  return {
    side: 'front',
    image,
    width: 1000,
    height: 631,
    frame: image,
    frameWidth: 1280,
    frameHeight: 720,
    digest: 'd'.repeat(64),
    frameDigest: 'f'.repeat(64),
    quad: [
      { x: 200, y: 120 },
      { x: 1080, y: 120 },
      { x: 1080, y: 675 },
      { x: 200, y: 675 },
    ],
    format: 'id-1',
    quality: {
      score: 0.9,
      confidence: 0.95,
      sharpness: 0.4,
      spanRatio: 0.7,
      longSidePixels: 880,
      luminanceMean0to255: 150,
      glareRatio: 0,
      occlusionRatio: 0,
      rotationDegrees: 0,
      tiltDegrees: 3,
      screenSuspicion: 0,
      copySuspicion: 0,
    },
    problems: [],
    reading: { mrz: null, barcodes: [], ktp: null, text: [] },
    origin: 'auto',
  };
}
