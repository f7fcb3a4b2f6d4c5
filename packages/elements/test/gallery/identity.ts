// A screen of <id-verification>: also &width= &height= of the camera's picture
import { FakeDocumentSession } from '../fake-document-session.ts';
import { FakeIdentitySession } from '../fake-identity-session.ts';
import { FakeSession } from '../fake-session.ts';
import { DOCUMENT_SNAPSHOTS } from '../document-snapshots.ts';
import { IDENTITY_SNAPSHOTS, type IdentityScreenName } from '../identity-snapshots.ts';
import { openPictureStream } from '../picture-stream.ts';
import { SCREEN_SNAPSHOTS } from '../screen-snapshots.ts';
import { openSpecimenScene, specimenPicture } from '../specimen-scene.ts';
import { defineIdVerification } from '../../src/id-verification/define-id-verification.ts';
import type { IdVerification } from '../../src/id-verification/id-verification.ts';

export async function showIdentity(query: URLSearchParams): Promise<void> {
  defineIdVerification();
  const name = query.get('screen') ?? 'consent';
  const screen = (name === 'stop' ? 'review' : name) as IdentityScreenName;
  const snapshot = IDENTITY_SNAPSHOTS[screen];
  const size = { width: Number(query.get('width') ?? 960), height: Number(query.get('height') ?? 540) };
  const isDocument = snapshot.phase === 'capturing-front' || snapshot.phase === 'capturing-back';
  const kind = snapshot.phase === 'capturing-back' ? 'id-card-back' : 'id-card-front';
  const scene = isDocument
    ? await openSpecimenScene(kind, { ...size, spanRatio: size.height > size.width ? 0.68 : 0.6 })
    : null;
  const stream = snapshot.phase === 'capturing-selfie' ? await openPictureStream(size) : (scene?.stream ?? null);
  const element = document.createElement('id-verification');
  element.theme = (query.get('theme') ?? 'auto') as IdVerification['theme'];
  element.assist = query.get('assist') ?? 'offer';
  element.recipient = 'Example Bank';
  element.retentionDays = 30;
  element.resultScreen = true;
  element.fallback = query.has('help') ? 'help' : '';
  element.startScreen = screen === 'start';
  element.createGateway = () => {
    throw new Error('a gallery has no gateway');
  };
  const front = await specimenPicture(snapshot.documentType === 'passport' ? 'passport' : 'id-card-front');
  const back = await specimenPicture('id-card-back');
  element.createSession = (options) => {
    const session = new FakeIdentitySession(options);
    session.snapshot = snapshot;
    Object.assign(session.pictures, { FRONT: front, BACK: back });
    if (screen === 'submitting') setTimeout(() => session.emit('upload', { depiction: 'BACK', progress: 0.62 }), 50);
    return session;
  };
  element.configureStep = (step) => {
    if (step.localName === 'document-capture') {
      (step as HTMLElementTagNameMap['document-capture']).createSession = (options) => {
        const session = new FakeDocumentSession(options);
        session.snapshot = { ...DOCUMENT_SNAPSHOTS.tilted, side: snapshot.side ?? 'front', stream };
        if (scene !== null) setInterval(() => session.emit('measurement', scene.outline as never), 100);
        return session;
      };
    } else {
      const selfie = step as HTMLElementTagNameMap['selfie-liveness'];
      selfie.createSession = (options) => {
        const session = new FakeSession(options);
        session.snapshot = { ...SCREEN_SNAPSHOTS.aligning, stream };
        return session;
      };
    }
  };
  document.body.append(element);
  if (name !== 'stop') return;
  // The first update starts the session, the second shows what it says.
  for (let update = 0; update < 2; update += 1) await element.updateComplete;
  element.requestClose();
}
