import { photographSpecimen } from '../scenes/photograph-specimen.ts';
import type { SceneOptions } from '../scenes/scene-options.ts';
import type { SceneView } from '../scenes/scene-stream.ts';
import { ASTRONAUT_FOCUS } from '../specimens/portraits.ts';
import type { Specimen } from '../specimens/specimen.ts';
import type { DrawFrame } from '../streams/frame-stream.ts';
import type { CameraAccess } from './camera-access.ts';
import type { CameraFrame } from './camera-in-page.ts';
import { createPageCamera } from './create-page-camera.ts';

export interface PageCameraOptions {
  /** Stops what is live, and gives the browser's own camera back. */
  readonly signal: AbortSignal;
  /** What it gives. Default 1280×720 at 30 frames a second. */
  readonly frame?: CameraFrame;
  /** Where `'face'` is. Default: the kit's picture, beside the module as it is installed; say where yours is if a bundler moves it. */
  readonly faceUrl?: string | URL;
}

/** A file, by its address or as its bytes. */
export type PageMedia = string | URL | Blob;

/** The camera of the page that this runs in, as `TestCamera` is that of Playwright's. Before it, at first, is a face. */
export interface PageTestCamera {
  /** Puts a picture before it, moved a little as a hand would: `'face'`, an address, or its bytes. */
  show(picture: PageMedia, view?: SceneView): Promise<void>;
  /** Lays a document of nobody before it; left out, the portrait on it is that of `'face'`. */
  showDocument(specimen: Specimen, options?: SceneOptions): Promise<void>;
  /** Plays a video before it, over and over. What can be played is the browser's to say. */
  play(video: PageMedia): Promise<void>;
  /** Draws what it sees, frame by frame. */
  draw(frames: DrawFrame): void;
  /** What the browser answers who asks for it; what is live ends. Default `granted`. */
  setAccess(access: CameraAccess): void;
  /** `setAccess('denied')`: the person says no. */
  deny(): void;
  /** `setAccess('granted')`: the person allows it, or plugs it in. */
  allow(): void;
  /** `setAccess('missing')`: the plug is pulled. */
  unplug(): void;
  /** It goes on and shows nothing, as behind a privacy switch or during a call. */
  mute(): void;
  unmute(): void;
  /** How many tracks of it are live: 0 where the camera is off. */
  liveTracks(): number;
}

/**
 * Puts a camera of the test's in the place of the browser's: for every runner whose tests run in the page. Throws the reason of a signal
 * that was aborted before, and a `TypeError` where the page is no secure context, which has no cameras.
 */
export function openPageCamera(options: PageCameraOptions): PageTestCamera {
  const { signal, frame = { width: 1280, height: 720, framesPerSecond: 30 } } = options;
  const faceUrl = options.faceUrl ?? new URL('../../assets/astronaut.png', import.meta.url);
  signal.throwIfAborted();
  if (typeof navigator.mediaDevices !== 'object') throw new TypeError('A page has cameras in a secure context only.');
  /** Resolves once what was asked for last is there. */
  let shown: Promise<void> | undefined;
  const camera = createPageCamera(() => (shown ??= show('face')));
  camera.configure(frame);
  signal.addEventListener('abort', () => camera.remove(), { once: true });

  const put = (showing: Promise<void>): Promise<void> => {
    shown = showing;
    return showing;
  };

  async function show(picture: PageMedia, view?: SceneView): Promise<void> {
    const isFace = picture === 'face';
    await camera.showPicture(await read(isFace ? faceUrl : picture, signal), view ?? (isFace ? 'face' : {}));
  }

  async function showDocument(specimen: Specimen, scene: SceneOptions): Promise<void> {
    const portrait = { url: await toDataUrl(await read(faceUrl, signal)), focus: ASTRONAUT_FOCUS };
    const { width, height } = frame;
    camera.showCanvas(await photographSpecimen({ portrait, ...specimen } as Specimen, { width, height, ...scene }));
  }

  return {
    show: (picture, view) => put(show(picture, view)),
    showDocument: (specimen, scene = {}) => put(showDocument(specimen, scene)),
    play: (video) => put(read(video, signal).then((bytes) => camera.showVideo(bytes))),
    draw(frames) {
      camera.showFrames(frames);
      shown = Promise.resolve();
    },
    setAccess: (access) => camera.setAccess(access),
    deny: () => camera.setAccess('denied'),
    allow: () => camera.setAccess('granted'),
    unplug: () => camera.setAccess('missing'),
    mute: () => camera.setMuted(true),
    unmute: () => camera.setMuted(false),
    liveTracks: () => camera.liveTracks(),
  };
}

async function read(media: PageMedia, signal: AbortSignal): Promise<Blob> {
  if (media instanceof Blob) return media;
  const response = await fetch(media, { signal });
  if (!response.ok) throw new Error(`There is nothing to show: the address answers ${response.status}.`);
  return response.blob();
}

function toDataUrl(picture: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result as string));
    reader.addEventListener('error', () => reject(reader.error as DOMException));
    reader.readAsDataURL(picture);
  });
}
