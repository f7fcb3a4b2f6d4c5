// A screen of <document-capture>: also &width= &height= of the camera's picture
import { defineDocumentCapture } from '../../src/document-capture/define-document-capture.ts';
import type { DocumentCapture } from '../../src/document-capture/document-capture.ts';
import { captureOf, DOCUMENT_SNAPSHOTS, optionsOf, type DocumentScreenName } from '../document-snapshots.ts';
import { FakeDocumentSession } from '../fake-document-session.ts';
import { openSpecimenScene, specimenPicture } from '../specimen-scene.ts';

export async function showDocument(query: URLSearchParams): Promise<void> {
  defineDocumentCapture();
  const screen = (query.get('screen') ?? 'searching') as DocumentScreenName;
  const snapshot = DOCUMENT_SNAPSHOTS[screen];
  const { review, uploadOnly } = optionsOf(screen);
  const isLive = (snapshot.phase === 'aligning' || snapshot.phase === 'holding') && !uploadOnly;
  const [width, height] = [Number(query.get('width') ?? 960), Number(query.get('height') ?? 540)];
  const scene = isLive
    ? await openSpecimenScene(snapshot.expected?.documentType === 'passport' ? 'passport' : 'id-card-front', {
        width,
        height,
        spanRatio: height > width ? 0.68 : 0.6,
        rotationDegrees: screen === 'holding' ? 0 : -4,
        pitchDegrees: screen === 'tilted' ? 30 : 6,
      })
    : null;
  const element = document.createElement('document-capture');
  element.theme = (query.get('theme') ?? 'auto') as DocumentCapture['theme'];
  element.assist = query.get('assist') ?? 'offer';
  element.documentType = 'identityCard';
  element.resultScreen = true;
  element.review = review;
  element.captureMode = uploadOnly ? 'upload' : 'auto-then-manual';
  element.startScreen = screen === 'start';
  element.createSession = (options) => {
    const session = new FakeDocumentSession(options);
    session.snapshot = { ...snapshot, stream: scene?.stream ?? null };
    return session;
  };
  const picture = review || screen === 'refused' ? await specimenPicture('id-card-front') : null;
  const create = element.createSession;
  element.createSession = (options) => {
    const session = create(options) as FakeDocumentSession;
    if (picture !== null) session.result = captureOf(picture);
    if (scene !== null && !['searching', 'passport', 'licence-back'].includes(screen)) {
      setInterval(() => session.emit('measurement', scene.outline as never), 100);
    }
    return session;
  };
  document.body.append(element);
}
