// Shows one screen: gallery.html?screen=aligning&theme=dark&dir=rtl&lang=id&code=too-far&width=480&height=640&launch
import { GUIDANCE_CODES, type GuidanceCode } from '@bonafide/contracts/codes';
import { defineSelfieLiveness } from '../src/selfie-liveness/define-selfie-liveness.ts';
import { launchSelfieLiveness } from '../src/launch/launch-selfie-liveness.ts';
import type { SelfieLiveness } from '../src/selfie-liveness/selfie-liveness.ts';
import { FakeSession } from './fake-session.ts';
import { openPictureStream } from './picture-stream.ts';
import { SCREEN_SNAPSHOTS, type ScreenName } from './screen-snapshots.ts';

defineSelfieLiveness();

const query = new URLSearchParams(location.search);
const screen = (query.get('screen') ?? 'consent') as ScreenName;
const code = query.get('code');
const snapshot = SCREEN_SNAPSHOTS[screen];

document.documentElement.lang = query.get('lang') ?? 'en';
document.documentElement.dir = query.get('dir') ?? 'ltr';

const needsVideo = snapshot.phase === 'aligning' || snapshot.phase === 'holding';
const stream = needsVideo
  ? await openPictureStream({ width: Number(query.get('width') ?? 640), height: Number(query.get('height') ?? 480) })
  : null;

function setUp(element: SelfieLiveness): void {
  element.theme = (query.get('theme') ?? 'auto') as SelfieLiveness['theme'];
  element.cameraSelector = query.has('cameras');
  element.resultScreen = true;
  element.fallback = query.has('help') ? 'help' : '';
  element.startScreen = screen === 'start';
  element.createSession = (options) => {
    const session = new FakeSession(options);
    session.snapshot = {
      ...snapshot,
      stream,
      ...(code !== null && code in GUIDANCE_CODES ? { guidance: code as GuidanceCode } : {}),
    };
    return session;
  };
}

const baseUrl = 'https://onekyc.example.com';
if (query.has('launch')) {
  const heading = document.createElement('h1');
  heading.textContent = 'A page of a partner';
  document.body.append(heading);
  void launchSelfieLiveness({ token: 'gallery', correlationId: 'gallery', baseUrl, onElement: setUp });
} else {
  const element = document.createElement('selfie-liveness');
  element.baseUrl = baseUrl;
  element.sessionToken = 'gallery';
  setUp(element);
  document.body.append(element);
}
