/// <reference lib="webworker" />
// The worker's entry: it owns the document that is followed and what reads it, and answers one message at a time. Built
// into assets/document-worker.js by build-assets.ts; no part of the package's own exports.
import { endOnContextLoss } from '../../face/network/context-loss.ts';
import type { VisionBackend } from '../../face/vision.ts';
import { checkProtocol } from '../../worker/check-protocol.ts';
import { toWorkerFailure } from '../../worker/worker-failure.ts';
import { createDocumentAnalyser, type DocumentAnalyser } from '../document-analyser.ts';
import type { DocumentMeasurement } from '../document-measurement.ts';
import type { DocumentRead } from '../document-vision.ts';
import { scaleQuad } from '../quad.ts';
import { readUpright } from '../read-upright.ts';
import { createFramePixels } from './frame-pixels.ts';
import type { DocumentAnswer, FromDocumentWorker, ToDocumentWorker } from './document-protocol.ts';
import { DOCUMENT_PROTOCOL_VERSION } from './document-protocol.ts';
import { openDocumentTools, type DocumentTools } from './open-document-tools.ts';

/** Frames are measured no larger: an edge is found to a tenth of a pixel, and print is measured at 640 px. */
const ANALYSED_SIDE = 1280;
/**
 * A single picture has the time, and may be of a screen, whose raster does not survive being made smaller (measured: a simulated screen of 1920 px
 * is believed to be one by 0.38 at 1280 px).
 */
const STILL_SIDE = 1920;
/** Read at the picture's own size, up to this. */
const READ_SIDE = 2560;

const scope = globalThis as unknown as DedicatedWorkerGlobalScope;
const pixelsOf = createFramePixels();
let opened: { readonly tools: DocumentTools; readonly analyser: DocumentAnalyser } | undefined;

const send = (message: FromDocumentWorker, transfer: Transferable[] = []): void => scope.postMessage(message, transfer);
const toFailure = (error: unknown) => toWorkerFailure(error, 'document vision failed');

async function open({
  protocol,
  assetsUrl,
  backend,
}: ToDocumentWorker & { type: 'open' }): Promise<{ readonly backend: VisionBackend }> {
  checkProtocol(protocol, DOCUMENT_PROTOCOL_VERSION);
  const tools = await openDocumentTools(assetsUrl, backend, (progress) => send({ type: 'progress', ...progress }));
  opened = { tools, analyser: createDocumentAnalyser({ detectFace: tools.detectFace }) };
  return { backend: tools.backend };
}

async function analyse({
  frame,
  timestampMs,
  options,
}: ToDocumentWorker & { type: 'analyse' }): Promise<DocumentMeasurement> {
  const { analyser } = whatIsOpen();
  const { image, scale } = pixelsOf(frame, options.isStill === true ? STILL_SIDE : ANALYSED_SIDE);
  return inFrame(await analyser.analyse(image, timestampMs, options), scale);
}

/** Lengths in the pixels of the frame, not of what was measured. */
function inFrame(measurement: DocumentMeasurement, scale: number): DocumentMeasurement {
  const { document, width, height } = measurement;
  if (scale === 1) return measurement;
  return {
    ...measurement,
    width: Math.round(width * scale),
    height: Math.round(height * scale),
    document: document && {
      ...document,
      quad: scaleQuad(document.quad, scale),
      longSidePixels: document.longSidePixels * scale,
    },
  };
}

async function read({ frame, options }: ToDocumentWorker & { type: 'read' }): Promise<DocumentRead> {
  const { tools } = whatIsOpen();
  const { image, scale } = pixelsOf(frame, READ_SIDE);
  const upright = await readUpright(
    image,
    { ...options, quad: scaleQuad(options.quad, 1 / scale) },
    tools.reading,
    new Date(),
  );
  return { ...upright, quad: scaleQuad(upright.quad, scale) };
}

function whatIsOpen() {
  if (opened === undefined) throw new TypeError('a frame came before the worker was open');
  return opened;
}

function answer(message: ToDocumentWorker & { type: 'analyse' | 'read' }, run: () => Promise<DocumentAnswer>): void {
  endOnContextLoss(run)
    .finally(() => message.frame.close())
    .then(
      (value) => send({ type: 'answer', id: message.id, answer: value }, transferredOf(value)),
      (error: unknown) => send({ type: 'call-failed', id: message.id, error: toFailure(error) }),
    );
}

const transferredOf = (value: DocumentAnswer): Transferable[] =>
  'image' in value ? [value.image.data.buffer as ArrayBuffer] : [];

scope.addEventListener('message', ({ data }: MessageEvent<ToDocumentWorker>) => {
  switch (data.type) {
    case 'open':
      open(data).then(
        (news) => send({ type: 'opened', ...news }),
        (error: unknown) => send({ type: 'open-failed', error: toFailure(error) }),
      );
      break;
    case 'analyse':
      answer(data, () => analyse(data));
      break;
    case 'read':
      answer(data, () => read(data));
      break;
    case 'reset':
      opened?.analyser.reset();
      break;
    default:
      throw new TypeError(`unknown message ${JSON.stringify(data satisfies never)}`);
  }
});
