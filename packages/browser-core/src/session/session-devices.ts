import type { Camera } from '../camera/camera.ts';
import type { CaptureResult } from '../capture/capture-result.ts';
import type { FrameMeasurement } from '../face/frame-measurement.ts';
import type { Vision } from '../face/vision.ts';
import { Devices } from './engine/devices.ts';
import type { DeviceLanes } from './engine/devices.ts';
import type { LivenessSessionOptions } from './liveness-session-options.ts';
import type { Outcome } from './machine/session-event.ts';
import type { LightRequest, SessionPorts } from './ports.ts';

export type SessionDevices = Devices<Vision, CaptureResult, Outcome>;

export interface DeviceListeners {
  readonly onMeasurement: (measurement: FrameMeasurement) => void;
  readonly onPicture: (picture: CaptureResult, camera: Camera) => void;
  /** Asked when a capture begins, and with its frames. */
  readonly journey: () => JourneyFacts;
  /** Stream or list of cameras changed. */
  readonly onMedia: () => void;
}

/** What a capture has to know of the journey that it is part of. */
export interface JourneyFacts {
  readonly isInputTrusted: boolean | null;
  readonly attempt: number;
  readonly wantsLight: boolean;
}

type DeviceOptions = Pick<
  LivenessSessionOptions,
  'assetsUrl' | 'backend' | 'detector' | 'facing' | 'thresholds' | 'livenessPolicy' | 'screenLight'
>;

/** Camera, face vision and selfie capture over the ports. */
export function createSessionDevices(
  ports: SessionPorts,
  options: DeviceOptions,
  lanes: DeviceLanes,
  { onMeasurement, onPicture, journey, onMedia }: DeviceListeners,
): SessionDevices {
  const { assetsUrl, backend = 'auto', detector = 'thin', facing, thresholds, livenessPolicy, screenLight } = options;
  return new Devices(lanes, {
    openCamera: (cameraId, signal) =>
      ports.openCamera({
        signal,
        ...(facing === undefined ? {} : { facing }),
        ...(cameraId === null ? {} : { deviceId: cameraId }),
      }),
    openVision: (signal, onProgress) => ports.openVision({ assetsUrl, backend, detector, signal, onProgress }),
    startCapture: (tools, report) =>
      ports.startCapture({
        ...tools,
        ...(thresholds === undefined ? {} : { thresholds }),
        ...(livenessPolicy === undefined ? {} : { livenessPolicy }),
        ...(journey().wantsLight ? { screenLight: lightRequest(screenLight, journey) } : {}),
        page: { isInputTrusted: journey().isInputTrusted, isHidden: () => ports.environment.hidden },
        onProgress: ({ guidance, stableProgress, light = null }) =>
          report({ type: 'capture-progress', guidance, stableProgress, light }),
        onMeasurement,
      }),
    onPicture: (picture, camera) => {
      onPicture(picture, camera);
      return { type: 'captured' };
    },
    onMedia,
  });
}

function lightRequest(option: DeviceOptions['screenLight'], journey: DeviceListeners['journey']): LightRequest {
  return {
    nonce: typeof option === 'object' ? option.nonce : null,
    attempt: journey().attempt,
    isWanted: () => journey().wantsLight,
  };
}
