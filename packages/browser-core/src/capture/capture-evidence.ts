import type { Camera } from '../camera/camera.ts';
import type { FrameMeasurement } from '../face/frame-measurement.ts';
import type { LivenessInput } from '../liveness/fuse-liveness.ts';
import type { CameraEvidence } from '../liveness/injection-signals.ts';

/** The page around a capture. */
export interface CapturePage {
  /** Whether the events that led here were the browser's own; null where none was seen. */
  readonly isInputTrusted: boolean | null;
  /** Asked with every frame. */
  readonly isHidden: () => boolean;
}

type EvidenceCamera = Pick<Camera, 'description' | 'settings' | 'stream'>;

/** A frame that counts, and whether the page was hidden when it was looked at. */
interface CountedFrame {
  readonly measurement: FrameMeasurement;
  readonly isHidden: boolean;
}

/** Frames that are kept, most recent last: a quarter of a minute at the fastest pace. */
const MOST_FRAMES = 240;

/** What the frames of one attempt, its camera and its page say of liveness. */
export class CaptureEvidence {
  readonly #camera: EvidenceCamera;
  readonly #page: CapturePage | undefined;
  #frames: readonly CountedFrame[] = [];

  constructor(camera: EvidenceCamera, page: CapturePage | undefined) {
    this.#camera = camera;
    this.#page = page;
  }

  /** Takes up another frame. What came before a face went away may be another face's. */
  add(measurement: FrameMeasurement): void {
    const isHidden = this.#page?.isHidden() ?? false;
    this.#frames = measurement.face === null ? [] : [...this.#frames.slice(1 - MOST_FRAMES), { measurement, isHidden }];
  }

  clear(): void {
    this.#frames = [];
  }

  toInput(): Pick<LivenessInput, 'frames' | 'camera' | 'page'> {
    const page = this.#page;
    return {
      frames: this.#frames.map(({ measurement }) => measurement),
      camera: toCameraEvidence(this.#camera),
      page:
        page === undefined
          ? null
          : { isInputTrusted: page.isInputTrusted, hidden: this.#frames.map(({ isHidden }) => isHidden) },
    };
  }
}

function toCameraEvidence({ stream, description, settings }: EvidenceCamera): CameraEvidence {
  const [track] = stream.getVideoTracks();
  const hasCapabilities = typeof (track as Partial<MediaStreamTrack> | undefined)?.getCapabilities === 'function';
  return {
    kind: description.kind,
    labelled: description.label !== '',
    settings,
    capabilities: hasCapabilities && track !== undefined ? track.getCapabilities() : null,
  };
}
