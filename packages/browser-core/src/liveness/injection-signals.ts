import type { CameraDescription } from '../camera/camera.ts';
import type { FrameMeasurement } from '../face/frame-measurement.ts';
import type { SequenceSignals } from './sequence-signals.ts';

/** What is known of the camera that gave the frames. Nothing here names the device. */
export interface CameraEvidence {
  readonly kind: CameraDescription['kind'];
  /** Whether the browser gave the camera a label at all. */
  readonly labelled: boolean;
  readonly settings: {
    readonly width?: number | undefined;
    readonly height?: number | undefined;
    readonly frameRate?: number | undefined;
    readonly deviceId?: string | undefined;
  };
  /** Null where the browser has no `getCapabilities` (Firefox). */
  readonly capabilities: {
    readonly width?: { readonly min?: number | undefined; readonly max?: number | undefined } | undefined;
    readonly height?: { readonly min?: number | undefined; readonly max?: number | undefined } | undefined;
    readonly frameRate?: { readonly min?: number | undefined; readonly max?: number | undefined } | undefined;
  } | null;
}

/** What is known of the page in front of which the frames were gathered. Nothing here names person, device or event. */
export interface PageEvidence {
  /** Whether the events that started the journey and gave consent were the browser's own; null where no event was seen. */
  readonly isInputTrusted: boolean | null;
  /** For each frame, whether the page was hidden when it was looked at. */
  readonly hidden: readonly boolean[];
}

/** Each 0–1: how much it looks as if no sensor had been in front of a scene; null when it cannot be told. */
export interface InjectionSignals {
  readonly 'camera-label': number | null;
  readonly 'camera-settings': number | null;
  readonly repeat: number | null;
  readonly 'frame-timing': number | null;
  readonly 'sensor-noise': number | null;
  readonly 'resolution-change': number | null;
  readonly 'untrusted-input': number | null;
  readonly 'page-hidden': number | null;
}

/** Jitter of real cameras' frame times lies far over this; a generator's clock may keep under it. Guess. */
const EXACT_MS = 0.02;
/** Mean luma change between two thumbnails that sensors exceed at rest. Compressed video of a still scene: 0.024. Guess. */
const NOISELESS = 0.004;
/** Sensors are 4:3, 3:2, 16:9, 16:10, 1:1 or 5:4, and streams are cropped to 2:1 at most. */
const ASPECTS = [4 / 3, 3 / 2, 16 / 9, 16 / 10, 1, 5 / 4, 2];

/**
 * Evidence that frames were injected. No browser interface tells a virtual camera from a real one
 * (w3c/mediacapture-main#896), so this is never proof, and its absence proves nothing.
 */
export function measureInjection(
  frames: readonly FrameMeasurement[],
  sequence: SequenceSignals,
  camera: CameraEvidence | null,
  page: PageEvidence | null = null,
): InjectionSignals {
  const { repeatShare, intervalJitterMs, noiseFloor0to255 } = sequence;
  return {
    'camera-label': camera === null ? null : camera.kind === 'virtual' ? 1 : 0,
    'camera-settings': camera === null ? null : unlikelySettings(frames, camera),
    repeat: repeatShare === null ? null : Math.min(1, repeatShare / 0.3),
    'frame-timing': intervalJitterMs === null ? null : intervalJitterMs < EXACT_MS ? 1 : 0,
    'sensor-noise': noiseFloor0to255 === null ? null : noiseFloor0to255 < NOISELESS ? 1 : 0,
    // Pictures that come from no camera of ours may have any size each.
    'resolution-change': camera === null || frames.length < 2 ? null : changesSize(frames) ? 1 : 0,
    'untrusted-input': page === null || page.isInputTrusted === null ? null : page.isInputTrusted ? 0 : 1,
    'page-hidden': page === null || page.hidden.length === 0 ? null : shareOf(page.hidden),
  };
}

/** A phone that is turned swaps width and height; a camera that stays the same changes its frames in no other way. */
function changesSize(frames: readonly FrameMeasurement[]): boolean {
  const shapes = new Set(frames.map(({ width, height }) => `${Math.max(width, height)}×${Math.min(width, height)}`));
  return shapes.size > 1;
}

function shareOf(flags: readonly boolean[]): number {
  return flags.filter(Boolean).length / flags.length;
}

function unlikelySettings(
  frames: readonly FrameMeasurement[],
  { labelled, settings, capabilities }: CameraEvidence,
): number {
  const { width = 0, height = 0, frameRate, deviceId } = settings;
  const last = frames.at(-1);
  const aspect = Math.max(width, height) / Math.max(1, Math.min(width, height));
  const found = [
    !labelled,
    deviceId === '',
    width > 0 && !ASPECTS.some((known) => Math.abs(known - aspect) < 0.03),
    frameRate !== undefined && (frameRate <= 0 || frameRate > 240),
    isFixed(capabilities?.width) && isFixed(capabilities?.height),
    exceeds(width, capabilities?.width) && exceeds(width, capabilities?.height),
    // A phone turns its frames, and frames may be analysed smaller: only their shape is compared.
    last !== undefined && width > 0 && !sameShape(width / height, last.width / last.height),
  ].filter(Boolean).length;
  return Math.min(1, found / 3);
}

function isFixed(range: { readonly min?: number | undefined; readonly max?: number | undefined } | undefined): boolean {
  return range?.min !== undefined && range.min > 1 && range.min === range.max;
}

function exceeds(value: number, range: { readonly max?: number | undefined } | undefined): boolean {
  return range?.max !== undefined && value > range.max;
}

function sameShape(a: number, b: number): boolean {
  return Math.abs(Math.log(a / b)) < 0.05 || Math.abs(Math.log(a * b)) < 0.05;
}
