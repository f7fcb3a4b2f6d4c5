import type { SceneView } from '../scenes/scene-stream.ts';
import type { DrawFrame } from '../streams/frame-stream.ts';
import type { CameraAccess } from './camera-access.ts';

/** What the test's side says to the page's. */
export interface PageCamera {
  configure(frame: CameraFrame): void;
  showPicture(base64: string, view: SceneView | 'face'): Promise<void>;
  showCanvas(canvas: HTMLCanvasElement): void;
  showVideo(base64: string, type: string): Promise<void>;
  showFrames(draw: DrawFrame): void;
  setAccess(access: CameraAccess): void;
  setMuted(muted: boolean): void;
  /** How many tracks of this page are live. */
  liveTracks(): number;
}

export interface CameraFrame {
  readonly width: number;
  readonly height: number;
  readonly framesPerSecond: number;
}
