import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Frame, Page } from '@playwright/test';
import type { CameraAccess } from '../page/camera-access.ts';
import type { CameraFrame } from '../page/camera-in-page.ts';
import type { SceneOptions } from '../scenes/scene-options.ts';
import type { SceneView } from '../scenes/scene-stream.ts';
import { ASTRONAUT_FOCUS } from '../specimens/portraits.ts';
import type { Specimen } from '../specimens/specimen.ts';
import type { DrawFrame } from '../streams/frame-stream.ts';
import { pageScript } from './page-script.ts';

export type { CameraFrame } from '../page/camera-in-page.ts';

/** A file, by its path or as its bytes. */
export type MediaFile = string | Buffer;

/** The camera of every page of the test's context, in the place of the browser's. Before it, at first, is a face. */
export interface TestCamera {
  /** Puts a picture before it, moved a little as a hand would: `'face'`, the path of a file, or its bytes. */
  show(picture: MediaFile, view?: SceneView): Promise<void>;
  /** Lays a document of nobody before it; left out, the portrait on it is that of `'face'`. */
  showDocument(specimen: Specimen, options?: SceneOptions): Promise<void>;
  /** Plays a video before it, over and over. What can be played is the browser's to say. */
  play(video: MediaFile): Promise<void>;
  /** Draws what it sees, frame by frame. The function runs in the page: it can use nothing from around it. */
  draw(frames: DrawFrame): Promise<void>;
  /** What the browser answers who asks for it; what is live ends. Default `granted`. */
  setAccess(access: CameraAccess): Promise<void>;
  /** `setAccess('denied')`: the person says no. */
  deny(): Promise<void>;
  /** `setAccess('granted')`: the person allows it, or plugs it in. */
  allow(): Promise<void>;
  /** `setAccess('missing')`: the plug is pulled. */
  unplug(): Promise<void>;
  /** It goes on and shows nothing, as behind a privacy switch or during a call. */
  mute(): Promise<void>;
  unmute(): Promise<void>;
  /** How many tracks of it are live in a page: 0 where the camera is off. */
  liveTracks(page: Page): Promise<number>;
}

/** What is put before the camera: said in each frame that asks for one. */
type Shown = (frame: Frame) => Promise<void>;

const TYPES: Readonly<Record<string, string>> = { '.mp4': 'video/mp4', '.webm': 'video/webm', '.ogv': 'video/ogg' };

export async function openTestCamera(context: BrowserContext, size: CameraFrame): Promise<TestCamera> {
  let shown: Shown = await pictureOf('face', undefined);
  let access: CameraAccess = 'granted';
  let isMuted = false;
  /** Frames that have asked for a camera: those that hear of what changes. */
  const using = new Set<Frame>();

  async function tell(frame: Frame): Promise<void> {
    await frame.evaluate((wanted) => globalThis.bonafideCamera?.configure(wanted), size);
    await shown(frame);
    await setIn(frame);
  }

  async function setIn(frame: Frame): Promise<void> {
    await frame.evaluate(
      (wanted) => {
        globalThis.bonafideCamera?.setMuted(wanted.isMuted);
        globalThis.bonafideCamera?.setAccess(wanted.access);
      },
      { access, isMuted },
    );
  }

  async function inEach(act: (frame: Frame) => Promise<void>): Promise<void> {
    for (const frame of using) {
      if (frame.isDetached() || frame.page().isClosed()) using.delete(frame);
      else await act(frame);
    }
  }

  await context.exposeBinding('bonafideCameraIsAskedFor', async ({ frame }) => {
    using.add(frame);
    await tell(frame);
  });
  await context.addInitScript({ path: pageScript('page-camera') });

  async function put(next: Shown): Promise<void> {
    shown = next;
    await inEach(next);
  }
  const camera: TestCamera = {
    show: async (picture, view) => put(await pictureOf(picture, view)),
    showDocument: async (specimen, options = {}) => put(await documentOf(specimen, options, size)),
    play: async (video) => put(await videoOf(video)),
    draw: async (frames) =>
      put((frame) => frame.evaluate(`globalThis.bonafideCamera.showFrames(${frames.toString()})`)),
    async setAccess(next) {
      access = next;
      await inEach(setIn);
    },
    deny: () => camera.setAccess('denied'),
    allow: () => camera.setAccess('granted'),
    unplug: () => camera.setAccess('missing'),
    async mute() {
      isMuted = true;
      await inEach(setIn);
    },
    async unmute() {
      isMuted = false;
      await inEach(setIn);
    },
    liveTracks: (page) => page.evaluate(() => globalThis.bonafideCamera?.liveTracks() ?? 0),
  };
  return camera;
}

async function pictureOf(picture: MediaFile, view: SceneView | undefined): Promise<Shown> {
  const base64 = await readBase64(picture === 'face' ? facePath() : picture);
  const seen: SceneView | 'face' = picture === 'face' ? (view ?? 'face') : (view ?? {});
  return (frame) =>
    frame.evaluate(async (shown) => globalThis.bonafideCamera?.showPicture(shown.base64, shown.seen), { base64, seen });
}

async function videoOf(video: MediaFile): Promise<Shown> {
  const base64 = await readBase64(video);
  const type = (typeof video === 'string' && TYPES[extname(video).toLowerCase()]) || 'video/mp4';
  return (frame) =>
    frame.evaluate(async (shown) => globalThis.bonafideCamera?.showVideo(shown.base64, shown.type), { base64, type });
}

async function documentOf(specimen: Specimen, options: SceneOptions, size: CameraFrame): Promise<Shown> {
  const url = `data:image/png;base64,${await readBase64(facePath())}`;
  const pictured = { portrait: { url, focus: ASTRONAUT_FOCUS }, ...specimen } as Specimen;
  const scene = { width: size.width, height: size.height, ...options };
  const script = await readFile(pageScript('page-specimens'), 'utf8');
  return async (frame) => {
    // Heavy, so it is put into a page only where a document is shown.
    await frame.evaluate(`globalThis.bonafideSpecimens === undefined && (() => { ${script} })()`);
    await frame.evaluate(async (shown) => globalThis.bonafideSpecimens?.show(shown.pictured, shown.scene), {
      pictured,
      scene,
    });
  };
}

function facePath(): string {
  return fileURLToPath(new URL('../../assets/astronaut.png', import.meta.url));
}

async function readBase64(file: MediaFile): Promise<string> {
  return (typeof file === 'string' ? await readFile(file) : file).toString('base64');
}
