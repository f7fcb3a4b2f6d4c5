import { createDocumentCaptureSession } from '@bonafide/browser-core/identity';
import { createSceneStream, type SceneStream, type SceneView } from '@bonafide/testkit';
import { photographSpecimen, UTOPIAN, type UtopianSpecimen } from '@bonafide/testkit/specimens';
import { expect } from 'chai';
import type { DocumentCapture } from '../../src/document-capture/document-capture.ts';
import type { DocumentCaptureEvent } from '../../src/document-capture/document-capture-events.ts';
import { mountDocument } from './mount-document.ts';
import { clearPage } from './mount.ts';

const ASSETS_URL = '/packages/browser-core/dist/assets/';
/** As small as the zone can still be read; every frame is analysed without a graphics card here. */
const FRAME = { width: 960, height: 540 };
/** A pixel's worth of a hand: the same frame again and again would be a still, and not a camera. */
const HAND: SceneView = { motion: { sway: 0.001, turnDegrees: 0, breathe: 0 } };

const photograph = (kind: UtopianSpecimen['kind']): Promise<HTMLCanvasElement> =>
  photographSpecimen({ kind, holder: UTOPIAN }, FRAME);

let camera: AbortController;

async function openScene(kind: UtopianSpecimen['kind']): Promise<SceneStream> {
  return createSceneStream(await photograph(kind), { ...FRAME, ...HAND, framesPerSecond: 10, signal: camera.signal });
}

/** How a capture ended: the event that says so. */
function ended(element: DocumentCapture): Promise<DocumentCaptureEvent<'document-complete' | 'document-error'>> {
  return new Promise((resolve) => {
    element.addEventListener('document-complete', resolve, { once: true });
    element.addEventListener('document-error', resolve, { once: true });
  });
}

describe('with the real sessions of documents', () => {
  beforeEach(() => {
    camera = new AbortController();
  });

  afterEach(() => {
    camera.abort();
    clearPage();
  });

  it('photographs a card by itself and reads what the machine-readable zone says', async function () {
    this.timeout(180_000);
    const { stream } = await openScene('id-card-back');
    const { element, events } = await mountDocument((each) => {
      each.createSession = createDocumentCaptureSession;
      each.assetsUrl = ASSETS_URL;
      each.videoSource = stream;
      each.startScreen = true;
      each.exposeMedia = true;
      each.documentType = 'identityCard';
      each.side = 'back';
      each.timeout = 0;
    });
    expect(element.state).to.equal('idle');
    const end = ended(element);
    element.renderRoot.querySelector<HTMLElement>('[data-action=start]')?.click();
    const { type, detail } = (await end) as DocumentCaptureEvent<'document-complete'>;
    expect(type, JSON.stringify(detail)).to.equal('document-complete');
    const { result } = detail;
    expect(result?.origin).to.equal('auto');
    expect(result?.reading.mrz?.valid).to.equal(true);
    expect(result?.reading.mrz?.fields).to.include({
      documentNumber: UTOPIAN.documentNumber,
      lastName: UTOPIAN.lastName,
      dateOfBirth: UTOPIAN.dateOfBirth,
    });
    const fired = events.map((event) => event.type);
    expect(fired.indexOf('document-ready')).to.be.lessThan(fired.indexOf('document-capture'));
    // The page's own stream is not ours to end.
    expect(stream.getVideoTracks()[0]?.readyState).to.equal('live');
  });
});
