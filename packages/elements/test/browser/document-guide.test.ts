import { createDocumentCaptureSession, guideOutline, likeliestFormat } from '@bonafide/browser-core/identity';
import { createSceneStream } from '@bonafide/testkit';
import { photographSpecimen, UTOPIAN } from '@bonafide/testkit/specimens';
import { expect } from 'chai';
import type { DocumentCaptureEvent } from '../../src/document-capture/document-capture-events.ts';
import { mountDocument, type MountedDocument } from './mount-document.ts';
import { clearPage } from './mount.ts';

type Size = readonly [width: number, height: number];

const ASSETS_URL = '/packages/browser-core/dist/assets/';
const BOXES: Readonly<Record<string, Size>> = {
  'a phone': [390, 844],
  'a narrow element': [300, 640],
  'the smallest element': [280, 420],
  'a wide element': [1100, 640],
  'a phone on its side': [844, 390],
};
const CAMERAS: Readonly<Record<string, Size>> = {
  'a landscape camera': [960, 540],
  'a portrait camera': [540, 960],
  'a camera of 4:3': [640, 480],
};
const DOCUMENTS = {
  passport: { kind: 'passport', documentType: 'passport' },
  'a card': { kind: 'id-card-front', documentType: 'identityCard' },
} as const;
/**
 * Between where an outline is found and where the frame is, over the frame's width. Measured: 0.002 nearly everywhere, 0.03
 * where the finder takes the shadow of a passport for its edge. A frame in another scale than the picture is off by 0.1.
 */
const TOLERANCE = 0.05;

let camera: AbortController;

/** A live picture of a document that is held exactly as the guide asks for. */
async function openScene(document: keyof typeof DOCUMENTS, [width, height]: Size): Promise<MediaStream> {
  const { kind, documentType } = DOCUMENTS[document];
  const [left, right] = guideOutline({ width, height }, likeliestFormat(documentType));
  const spanRatio = (right.x - left.x) / width;
  const canvas = await photographSpecimen({ kind, holder: UTOPIAN }, { width, height, spanRatio });
  // A pixel's worth of a hand: the same frame again and again would be a still, and not a camera.
  const motion = { sway: 0.001, turnDegrees: 0, breathe: 0 };
  return createSceneStream(canvas, { width, height, motion, framesPerSecond: 10, signal: camera.signal }).stream;
}

/** The element with the real session and gate, looking and taking nothing by itself. */
function mountReal(stream: MediaStream, document: keyof typeof DOCUMENTS): Promise<MountedDocument> {
  return mountDocument((each) => {
    each.createSession = createDocumentCaptureSession;
    each.assetsUrl = ASSETS_URL;
    each.videoSource = stream;
    each.documentType = DOCUMENTS[document].documentType;
    each.captureMode = 'manual';
    each.timeout = 0;
    each.debug = true;
  });
}

/** The next frame on which a document is found. */
function nextFound({ element }: MountedDocument): Promise<void> {
  return new Promise((resolve) => {
    const onMeasurement = (event: Event): void => {
      if ((event as DocumentCaptureEvent<'document-measurement'>).detail.document === null) return;
      element.removeEventListener('document-measurement', onMeasurement);
      resolve();
    };
    element.addEventListener('document-measurement', onMeasurement);
  });
}

const SIDES = ['left', 'right', 'top', 'bottom'] as const;
type Sides = Readonly<Record<(typeof SIDES)[number], number>>;

/** Where the outline is drawn that is found: of several frames the middle one, since a single one may be off. */
async function foundSides(mounted: MountedDocument): Promise<Sides> {
  const seen: DOMRect[] = [];
  while (seen.length < 3) {
    await nextFound(mounted);
    seen.push(mounted.find('.found polygon').getBoundingClientRect());
  }
  const middle = (side: (typeof SIDES)[number]): number =>
    seen.map((each) => each[side]).toSorted((a, b) => a - b)[1] ?? 0;
  return { left: middle('left'), right: middle('right'), top: middle('top'), bottom: middle('bottom') };
}

describe('the frame over the live picture', () => {
  beforeEach(() => {
    camera = new AbortController();
  });

  afterEach(() => {
    camera.abort();
    clearPage();
  });

  for (const document of Object.keys(DOCUMENTS) as (keyof typeof DOCUMENTS)[]) {
    for (const [cameraName, cameraSize] of Object.entries(CAMERAS)) {
      it(`${document} before ${cameraName}: what fills the frame is what the gate takes, in every shape of element`, async function () {
        this.timeout(180_000);
        const mounted = await mountReal(await openScene(document, cameraSize), document);
        const { element, find } = mounted;
        const boxOf = (selector: string): DOMRect => find(selector).getBoundingClientRect();
        // The gate has nothing to ask for: the document is held well.
        while (!['hold-still', 'ready'].includes(element.lastGuidance ?? '')) await nextFound(mounted);

        for (const [boxName, [width, height]] of Object.entries(BOXES)) {
          Object.assign(element.style, { inlineSize: `${width}px`, blockSize: `${height}px`, maxBlockSize: 'none' });
          await new Promise(requestAnimationFrame);
          const found = await foundSides(mounted);
          const [card, picture] = [boxOf('.card'), boxOf('video')];
          const what = `${boxName}: ${JSON.stringify({ card, picture, found })}`;
          for (const side of SIDES) {
            expect(found[side], `${side} in ${what}`).to.be.closeTo(card[side], card.width * TOLERANCE);
          }
          expect(picture.width / picture.height, what).to.be.closeTo(cameraSize[0] / cameraSize[1], 0.01);
          // The same middle: shown as a mirror, the picture would have its guide in the same place.
          expect((card.left + card.right) / 2, what).to.be.closeTo((picture.left + picture.right) / 2, 0.5);
          expect((card.top + card.bottom) / 2, what).to.be.closeTo((picture.top + picture.bottom) / 2, 0.5);
          // All of the frame can be seen, and what is said above it.
          const [stage, above, header] = [boxOf('.stage'), boxOf('.above'), boxOf('.close')];
          expect(card.left, what).to.be.greaterThan(stage.left);
          expect(card.right, what).to.be.lessThan(stage.right);
          expect(above.top, `${what} ${header.bottom}`).to.be.greaterThan(width > 800 ? stage.top : header.bottom);
        }
      });
    }
  }
});
