// Runs in the page, before its own scripts: a camera that a test holds in its hand, in the place of the browser's.
import { drawScene, type DrawablePicture, type SceneView } from '../scenes/scene-stream.ts';
import { drawCovering } from '../streams/draw-covering.ts';
import { type DrawFrame, type FrameMoment, openDrawnStream } from '../streams/frame-stream.ts';
import { playVideo } from '../streams/video-stream.ts';
import { type CameraAccess, toRefusal } from './camera-access.ts';
import type { CameraFrame, PageCamera } from './camera-in-page.ts';
import { replaceMediaDevices } from './replace-media-devices.ts';
import { dressTrack } from './dress-track.ts';

declare global {
  var bonafideCamera: PageCamera | undefined;
  /** Of the test's side: resolves once it has said here what the camera is to show. */
  var bonafideCameraIsAskedFor: (() => Promise<void>) | undefined;
}

/** The face in `assets/astronaut.png`, in pixels, and how much of the frame's short side it is to fill: well within the gate's lines (guess). */
const FACE = { x: 225, y: 122, width: 105, share: 0.4 };

const grey: DrawFrame = (context, { width, height }) => {
  context.fillStyle = '#777';
  context.fillRect(0, 0, width, height);
};

function createPageCamera(): PageCamera {
  let frame: CameraFrame = { width: 1280, height: 720, framesPerSecond: 30 };
  let draw: DrawFrame = grey;
  let access: CameraAccess = 'granted';
  let isMuted = false;
  /** Ends what plays before the camera. */
  let showing = new AbortController();
  const tracks: MediaStreamTrack[] = [];

  function show(next: DrawFrame, player = new AbortController()): void {
    showing.abort();
    showing = player;
    draw = next;
  }

  const drawNow = (context: CanvasRenderingContext2D, moment: FrameMoment) => {
    (isMuted ? grey : draw)(context, moment);
  };

  function open(facing: 'user' | 'environment'): MediaStream {
    // It ends by itself once the page has stopped its track: nobody sees the picture then.
    const life = new AbortController();
    const { stream } = openDrawnStream(
      (context, moment) => {
        if (moment.index > 0 && !tracks.some((track) => track.readyState === 'live')) life.abort();
        else drawNow(context, moment);
      },
      { ...frame, signal: life.signal },
    );
    for (const track of stream.getVideoTracks()) {
      dressTrack(track, { ...frame, facing, isMuted: () => isMuted });
      tracks.push(track);
    }
    return stream;
  }

  /** The test's side is asked once, and says by itself what changes after that. */
  let ready: Promise<void> | undefined;
  const devices = replaceMediaDevices({
    isReady: () => (ready ??= Promise.resolve(globalThis.bonafideCameraIsAskedFor?.())),
    access: () => access,
    open,
  });

  return {
    configure(wanted) {
      frame = wanted;
    },
    async showPicture(base64, view) {
      const picture = await createImageBitmap(toBlob(base64));
      show((context, moment) => drawScene(context, moment, picture, view === 'face' ? faceView(picture, frame) : view));
    },
    showCanvas(canvas) {
      show((context, moment) => drawScene(context, moment, canvas, {}));
    },
    async showVideo(base64, type) {
      const player = new AbortController();
      const video = await playVideo(toBlob(base64, type), player.signal);
      show((context, { width, height }) => {
        drawCovering(context, video, video.videoWidth, video.videoHeight, width, height);
      }, player);
    },
    showFrames: (frames) => show(frames),
    setAccess(next) {
      const before = access;
      access = next;
      if (before === next) return;
      if (toRefusal(next) !== null) {
        for (const track of tracks.filter(({ readyState }) => readyState === 'live')) {
          track.stop();
          // A track that is stopped says nothing; one whose camera is gone does.
          track.dispatchEvent(new Event('ended'));
        }
      }
      devices.tellOfChange(before);
    },
    setMuted(muted) {
      if (isMuted === muted) return;
      isMuted = muted;
      for (const track of tracks) {
        if (track.readyState === 'live') track.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
      }
    },
    liveTracks: () => tracks.filter(({ readyState }) => readyState === 'live').length,
  };
}

/** The face in the middle of a frame of this size. */
function faceView(picture: DrawablePicture, { width, height }: CameraFrame): SceneView {
  const scale = (Math.min(width, height) * FACE.share) / FACE.width;
  return {
    focus: { x: FACE.x / picture.width, y: FACE.y / picture.height, span: width / scale / picture.width },
    motion: { sway: 0.002, turnDegrees: 0.2, breathe: 0.002 },
  };
}

/** Not by an address: a strict policy forbids those of data. */
function toBlob(base64: string, type = ''): Blob {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new Blob([bytes], { type });
}

// A frame that is written anew runs this again, and keeps its camera.
if (typeof navigator.mediaDevices === 'object') globalThis.bonafideCamera ??= createPageCamera();
