// What the identity test's page runs: document capture and identity sessions from the sources, over a camera that shows
// specimens. What is given back is plain data.
import type { DocumentGuidanceCode } from '@bonafide/contracts/codes';
import { photographSpecimen, UTOPIAN, type SceneOptions, type SpecimenKind } from '@bonafide/testkit/specimens';
import { digestOf } from '../../src/capture/encode-picture.ts';
import type { DocumentCaptureResult } from '../../src/document/capture/document-capture-result.ts';
import type { DocumentSide } from '../../src/document/document-format.ts';
import { createCaptureBackendGateway } from '../../src/gateway/create-capture-backend-gateway.ts';
import { createDocumentCaptureSession } from '../../src/session/document/document-session.ts';
import type {
  DocumentCapturePhase,
  DocumentCaptureSession,
  DocumentCaptureSessionOptions,
  IdentityPhase,
  IdentitySession,
} from '../../src/session/identity/index.ts';
import { createIdentitySession } from '../../src/session/identity/identity-session.ts';

type Kind = Exclude<SpecimenKind, 'ktp'>;

const canvas = document.createElement('canvas');
canvas.width = 960;
canvas.height = 540;
const context = canvas.getContext('2d');
let shown: CanvasImageSource | null = null;
let tick = 0;
// Moved by a pixel now and then, as hands do.
setInterval(() => {
  if (shown !== null) context?.drawImage(shown, 0, (tick += 1) % 2);
}, 60);

const tracks: MediaStreamTrack[] = [];
const devices = navigator.mediaDevices;
devices.getUserMedia = () => {
  const stream = canvas.captureStream(15);
  tracks.push(...stream.getTracks());
  return Promise.resolve(stream);
};
devices.enumerateDevices = () =>
  Promise.resolve([{ kind: 'videoinput', deviceId: 'scene', label: 'Back camera', groupId: '', toJSON: () => ({}) }]);

let capture: DocumentCaptureSession | undefined;
let identity: IdentitySession | undefined;
const phases: DocumentCapturePhase[] = [];

/** Lays a specimen before the camera; null: an empty desk. */
async function show(kind: Kind | null, scene: SceneOptions = {}): Promise<void> {
  const options = { width: canvas.width, height: canvas.height, ...scene };
  shown = await photographSpecimen(kind === null ? null : { kind, holder: UTOPIAN }, options);
}

function open(options: Partial<DocumentCaptureSessionOptions> = {}): DocumentCaptureSession {
  capture?.close();
  capture = createDocumentCaptureSession({ assetsUrl: '/assets/', ...options });
  capture.subscribe(({ phase }) => {
    if (phases.at(-1) !== phase) phases.push(phase);
  });
  return capture;
}

function opened(): DocumentCaptureSession {
  if (capture === undefined) throw new Error('no capture is open');
  return capture;
}

/** Waits for one of the phases; the snapshot without its stream, which cannot leave the page. */
function reach(...wanted: readonly DocumentCapturePhase[]) {
  return until(opened(), (snapshot) => wanted.includes(snapshot.phase)).then(({ stream: _stream, ...rest }) => rest);
}

function until<Snapshot>(
  session: { readonly snapshot: Snapshot; subscribe(listener: () => void): () => void },
  holds: (snapshot: Snapshot) => boolean,
): Promise<Snapshot> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (!holds(session.snapshot)) return;
      stop();
      resolve(session.snapshot);
    };
    const stop = session.subscribe(look);
    look();
  });
}

/** What was captured, with the digest that its bytes really have. */
async function result() {
  const held = opened().result;
  if (held === null) return null;
  const { image, frame, reading, ...rest } = held;
  return { ...rest, types: [image.type, frame.type], sha256: await digestOf(image), mrz: reading.mrz };
}

/** A journey over the backend under /backend/, up to one of the phases: documents are laid before the camera as asked. */
async function journey(...wanted: readonly IdentityPhase[]) {
  return walk(captured, wanted);
}

/** The same with pictures that nobody has looked at: for what only the journey is about. */
async function quickJourney(...wanted: readonly IdentityPhase[]) {
  return walk(drawn, wanted);
}

type Take = (side: DocumentSide) => Promise<DocumentCaptureResult>;

async function walk(take: Take, wanted: readonly IdentityPhase[]) {
  identity?.close();
  const session = createIdentitySession({
    createGateway: () => createCaptureBackendGateway({ baseUrl: '/backend/' }),
    countryOfResidence: 'USA',
  });
  identity = session;
  session.start();
  for (;;) {
    const { phase } = await until(session, (snapshot) => snapshot.phase !== 'checking' && snapshot.phase !== 'idle');
    if (wanted.includes(phase)) return plain(session);
    await act(session, phase, take);
    await until(session, (snapshot) => snapshot.phase !== phase);
  }
}

async function act(session: IdentitySession, phase: IdentityPhase, take: Take): Promise<void> {
  switch (phase) {
    case 'consent':
      return session.acceptConsent();
    case 'selecting':
      return session.select({ documentType: 'identityCard', country: null });
    case 'capturing-front':
      return session.captured(await take('front'));
    case 'capturing-back':
      return session.captured(await take('back'));
    case 'reviewing':
      return session.keep();
    default:
      session.next();
  }
}

async function captured(side: DocumentSide): Promise<DocumentCaptureResult> {
  await show(`id-card-${side}`);
  const session = open({ side, expected: { documentType: 'identityCard', country: null }, timeoutMs: 0 });
  session.start();
  const { phase, failure } = await until(session, (snapshot) =>
    ['captured', 'error', 'refused'].includes(snapshot.phase),
  );
  const taken = session.result;
  session.close();
  if (taken === null) throw new Error(`the ${side} ended in ${phase} ${failure?.code}`);
  return taken;
}

async function drawn(side: DocumentSide): Promise<DocumentCaptureResult> {
  context?.fillText(side, 20, side === 'front' ? 20 : 60);
  const image = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg'));
  if (image === null) throw new Error('no picture');
  const digest = await digestOf(image);
  const { width, height } = canvas;
  const corner = { x: 0, y: 0 };
  const nothing = { mrz: null, barcodes: [], ktp: null, text: [] };
  return {
    side,
    image,
    width,
    height,
    frame: image,
    frameWidth: width,
    frameHeight: height,
    digest,
    frameDigest: digest,
    quad: [corner, corner, corner, corner],
    format: 'id-1',
    quality: {} as DocumentCaptureResult['quality'],
    problems: [],
    reading: nothing,
    origin: 'auto',
  };
}

/** Where a journey stands by itself, without anything being done. */
async function firstStop() {
  identity?.close();
  const session = createIdentitySession({
    createGateway: () => createCaptureBackendGateway({ baseUrl: '/backend/' }),
    countryOfResidence: 'USA',
  });
  identity = session;
  session.start();
  await until(session, ({ phase }) => phase !== 'checking' && phase !== 'idle');
  return plain(session);
}

/** Waits until the person is told this. */
function guided(code: DocumentGuidanceCode) {
  return until(opened(), ({ guidance }) => guidance === code).then(({ guidance }) => guidance);
}

function plain({ snapshot }: IdentitySession) {
  const { phase, notice, captures, outcome, failure, progress } = snapshot;
  return { phase, notice, captures, outcome, failure, progress };
}

const identityPage = {
  show,
  start: (options: Partial<DocumentCaptureSessionOptions> = {}, side?: DocumentSide) => open(options).start(side),
  startSide: (side: DocumentSide) => opened().start(side),
  reach,
  result,
  journey,
  quickJourney,
  firstStop,
  guided,
  phases: () => phases,
  shoot: () => opened().capture(),
  retry: () => opened().retry(),
  cancel: () => opened().cancel(),
  endTracks: () => {
    for (const track of tracks) {
      track.stop();
      // A track that a page stops fires nothing; one whose device is pulled does.
      track.dispatchEvent(new Event('ended'));
    }
  },
  upload: (bytes: readonly number[]) => opened().upload(new Blob([new Uint8Array(bytes)])),
  uploadSpecimen: async (kind: Kind, scene: SceneOptions = {}) => {
    const picture = await photographSpecimen({ kind, holder: UTOPIAN }, { width: 1280, height: 800, ...scene });
    const file = await new Promise<Blob | null>((resolve) => picture.toBlob(resolve, 'image/jpeg', 0.92));
    if (file !== null) opened().upload(file);
  },
  liveTracks: () => tracks.filter(({ readyState }) => readyState === 'live').length,
  stored: () => JSON.stringify(Object.fromEntries(Object.entries(sessionStorage))),
};

export type IdentityPage = typeof identityPage;

Object.assign(globalThis, { identityPage });
