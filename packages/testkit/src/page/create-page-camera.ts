import { drawScene, type DrawablePicture, type SceneView } from '../scenes/scene-stream.ts';
import { drawCovering } from '../streams/draw-covering.ts';
import { type DrawFrame, type FrameMoment, openDrawnStream } from '../streams/frame-stream.ts';
import { playVideo } from '../streams/video-stream.ts';
import { type CameraAccess, toRefusal } from './camera-access.ts';
import type { CameraFrame } from './camera-in-page.ts';
import { replaceMediaDevices } from './replace-media-devices.ts';
import { dressTrack } from './dress-track.ts';

/** A camera in the place of the browser's, until it is taken away. */
export interface DrivenCamera {
  configure(frame: CameraFrame): void;
  /** Rejects where it is no picture. */
  showPicture(picture: Blob, view: SceneView | 'face'): Promise<void>;
  showCanvas(canvas: HTMLCanvasElement): void;
  /** Rejects where this browser cannot play it. */
  showVideo(video: Blob): Promise<void>;
  showFrames(draw: DrawFrame): void;
  setAccess(access: CameraAccess): void;
  setMuted(muted: boolean): void;
  /** How many tracks of this page are live. */
  liveTracks(): number;
  /** Stops what is live, and gives the browser's own back. */
  remove(): void;
}

/** The face in `assets/astronaut.png`, in pixels, and how much of the frame's short side it is to fill: well within the gate's lines (guess). */
const FACE = { x: 225, y: 122, width: 105, share: 0.4 };

const grey: DrawFrame = (context, { width, height }) => {
  context.fillStyle = '#777';
  context.fillRect(0, 0, width, height);
};

/** @param isReady Asked whenever the page asks for a camera: resolves once the test has said what there is. */
export function createPageCamera(isReady: () => Promise<void>): DrivenCamera {
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

  const devices = replaceMediaDevices({ isReady, access: () => access, open });
  const live = () => tracks.filter(({ readyState }) => readyState === 'live');

  return {
    configure(wanted) {
      frame = wanted;
    },
    async showPicture(picture, view) {
      const bitmap = await createImageBitmap(picture);
      show((context, moment) => drawScene(context, moment, bitmap, view === 'face' ? faceView(bitmap, frame) : view));
    },
    showCanvas(canvas) {
      show((context, moment) => drawScene(context, moment, canvas, {}));
    },
    async showVideo(video) {
      const player = new AbortController();
      const played = await playVideo(video, player.signal);
      show((context, { width, height }) => {
        drawCovering(context, played, played.videoWidth, played.videoHeight, width, height);
      }, player);
    },
    showFrames: (frames) => show(frames),
    setAccess(next) {
      const before = access;
      access = next;
      if (before === next) return;
      if (toRefusal(next) !== null) {
        for (const track of live()) {
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
      for (const track of live()) track.dispatchEvent(new Event(muted ? 'mute' : 'unmute'));
    },
    liveTracks: () => live().length,
    remove() {
      showing.abort();
      for (const track of live()) track.stop();
      devices.restore();
    },
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
