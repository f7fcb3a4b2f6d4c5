import type { CameraPermission, CameraPorts, MediaDevicesPort } from '../src/camera/camera-ports.ts';

export class FakeTrack extends EventTarget {
  readonly kind = 'video';
  readyState: 'live' | 'ended' = 'live';
  stops = 0;
  readonly label: string;
  readonly #settings: MediaTrackSettings;

  constructor(label: string, settings: MediaTrackSettings) {
    super();
    this.label = label;
    this.#settings = settings;
  }

  getSettings(): MediaTrackSettings {
    return this.#settings;
  }

  stop(): void {
    this.stops++;
    this.readyState = 'ended';
  }
}

export function fakeStream(track: FakeTrack | null): MediaStream {
  const tracks = track === null ? [] : [track];
  return { getTracks: () => tracks, getVideoTracks: () => tracks } as unknown as MediaStream;
}

export function domError(name: string, message = ''): DOMException {
  return new DOMException(message, name);
}

export interface FakeCamera {
  readonly deviceId: string;
  readonly label: string;
}

/** One request as it reached the browser, to be settled by the test. */
export interface FakeRequest {
  readonly constraints: MediaStreamConstraints;
  readonly track: FakeTrack;
  grant(): void;
  grantWithoutPicture(): void;
  refuse(error: unknown): void;
}

/** Media devices whose prompts the test answers, in any order and at any time. */
export class FakeMediaDevices implements MediaDevicesPort {
  readonly requests: FakeRequest[] = [];
  cameras: readonly FakeCamera[];
  /** Answers each request as it comes; null leaves them pending. */
  answer: ((request: FakeRequest) => void) | null = (request) => request.grant();

  constructor(cameras: readonly FakeCamera[] = [{ deviceId: 'a', label: 'Front Camera' }]) {
    this.cameras = cameras;
  }

  getUserMedia(constraints: MediaStreamConstraints = {}): Promise<MediaStream> {
    const camera = this.cameras.find(({ deviceId }) => deviceId === wishedId(constraints)) ?? this.cameras[0];
    const track = new FakeTrack(camera?.label ?? '', { deviceId: camera?.deviceId ?? '', width: 640, height: 480 });
    return new Promise((resolve, reject) => {
      const request: FakeRequest = {
        constraints,
        track,
        grant: () => resolve(fakeStream(track)),
        grantWithoutPicture: () => resolve(fakeStream(null)),
        refuse: (error) => reject(error as Error),
      };
      this.requests.push(request);
      this.answer?.(request);
    });
  }

  enumerateDevices(): Promise<MediaDeviceInfo[]> {
    const devices = this.cameras.map((camera) => ({ ...camera, kind: 'videoinput', groupId: '' }));
    return Promise.resolve(devices as MediaDeviceInfo[]);
  }

  /** Tracks that the browser gave and nobody stopped. */
  get live(): readonly FakeTrack[] {
    return this.requests.map(({ track }) => track).filter(({ readyState }) => readyState === 'live');
  }
}

export function wishedId(constraints: MediaStreamConstraints): string | undefined {
  const { video } = constraints;
  const id = typeof video === 'object' ? video.deviceId : undefined;
  return typeof id === 'object' && 'exact' in id && typeof id.exact === 'string' ? id.exact : undefined;
}

export interface FakePorts extends CameraPorts {
  /** Lets every waiting deadline pass. */
  passTime(): void;
  remembered: string | null;
}

export function fakePorts(
  mediaDevices: MediaDevicesPort | undefined,
  answers: { permission?: CameraPermission; policy?: boolean | null; secure?: boolean; remembered?: string } = {},
): FakePorts {
  const waiting = new Set<() => void>();
  return {
    mediaDevices,
    secure: answers.secure ?? true,
    policyAllowsCamera: () => answers.policy ?? null,
    permission: () => Promise.resolve(answers.permission ?? 'unknown'),
    remembered: answers.remembered ?? null,
    recall() {
      return this.remembered;
    },
    remember(deviceId) {
      this.remembered = deviceId;
    },
    after: (_delayMs, callback) => {
      waiting.add(callback);
      return () => waiting.delete(callback);
    },
    passTime: () => {
      for (const callback of waiting) callback();
    },
  };
}
