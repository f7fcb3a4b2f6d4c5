// A screen of <selfie-liveness>: also &cameras &help &launch &lit &code=too-far
import { GUIDANCE_CODES, type GuidanceCode } from '@bonafide/contracts/codes';
import { launchSelfieLiveness } from '../../src/launch/launch-selfie-liveness.ts';
import { defineSelfieLiveness } from '../../src/selfie-liveness/define-selfie-liveness.ts';
import type { SelfieLiveness } from '../../src/selfie-liveness/selfie-liveness.ts';
import { FakeSession } from '../fake-session.ts';
import { openPictureStream } from '../picture-stream.ts';
import { SCREEN_SNAPSHOTS, type ScreenName } from '../screen-snapshots.ts';

const BASE_URL = 'https://onekyc.example.com';

export async function showSelfie(query: URLSearchParams): Promise<void> {
  defineSelfieLiveness();
  const screen = (query.get('screen') ?? 'consent') as ScreenName;
  const code = query.get('code');
  const snapshot = SCREEN_SNAPSHOTS[screen];
  const needsVideo = snapshot.phase === 'aligning' || snapshot.phase === 'holding';
  const stream = needsVideo
    ? await openPictureStream({ width: Number(query.get('width') ?? 640), height: Number(query.get('height') ?? 480) })
    : null;
  const setUp = (element: SelfieLiveness): void => {
    element.theme = (query.get('theme') ?? 'auto') as SelfieLiveness['theme'];
    element.assist = query.get('assist') ?? 'offer';
    element.cameraSelector = query.has('cameras');
    element.resultScreen = true;
    element.fallback = query.has('help') ? 'help' : '';
    element.startScreen = screen === 'start';
    element.screenLight = query.has('lit');
    element.createSession = (options) => {
      const session = new FakeSession(options);
      session.snapshot = {
        ...snapshot,
        stream,
        ...(code !== null && code in GUIDANCE_CODES ? { guidance: code as GuidanceCode } : {}),
      };
      return session;
    };
  };
  if (query.has('launch')) {
    const heading = document.createElement('h1');
    heading.textContent = 'A page of a partner';
    document.body.append(heading);
    void launchSelfieLiveness({
      token: 'gallery',
      correlationId: 'gallery',
      baseUrl: BASE_URL,
      onElement: setUp,
    });
    return;
  }
  const element = document.createElement('selfie-liveness');
  element.baseUrl = BASE_URL;
  element.sessionToken = 'gallery';
  setUp(element);
  document.body.append(element);
}
