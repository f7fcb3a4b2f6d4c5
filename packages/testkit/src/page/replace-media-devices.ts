import { type CameraAccess, permissionOf, toRefusal } from './camera-access.ts';
import { DEVICE_ID } from './dress-track.ts';

export interface ReplacedDevices {
  /** Tells the page that the camera is there, gone, allowed or forbidden. */
  tellOfChange(before: CameraAccess): void;
  /** Gives the page the browser's own back. */
  restore(): void;
}

/** Puts a camera of the test's in the place of the browser's. A microphone is asked for as before. */
export function replaceMediaDevices(camera: {
  /** Resolves once the test has said what there is. */
  readonly isReady: () => Promise<void>;
  readonly access: () => CameraAccess;
  readonly open: (facing: 'user' | 'environment') => MediaStream;
}): ReplacedDevices {
  const { mediaDevices, permissions } = navigator;
  const statuses: EventTarget[] = [];
  const browser = {
    getUserMedia: mediaDevices.getUserMedia.bind(mediaDevices),
    query: (permissions as Permissions | undefined)?.query.bind(permissions),
  };

  mediaDevices.getUserMedia = async (constraints) => {
    const video = constraints?.video;
    if (video === undefined || video === false) return browser.getUserMedia(constraints);
    await camera.isReady();
    const refusal = toRefusal(camera.access());
    if (refusal !== null) throw refusal;
    return camera.open(facingOf(video));
  };

  mediaDevices.enumerateDevices = async () => {
    await camera.isReady();
    if (camera.access() === 'missing') return [];
    const device = { deviceId: DEVICE_ID, groupId: DEVICE_ID, kind: 'videoinput', label: 'Test camera' } as const;
    return [{ ...device, toJSON: () => device }];
  };

  if (browser.query !== undefined) {
    const { query } = browser;
    permissions.query = async (descriptor) => {
      if ((descriptor.name as string) !== 'camera') return query(descriptor);
      await camera.isReady();
      const status = new EventTarget();
      Object.defineProperties(status, {
        name: { value: 'camera' },
        state: { get: () => permissionOf(camera.access()) },
        onchange: { value: null, writable: true },
      });
      statuses.push(status);
      return status as PermissionStatus;
    };
  }

  return {
    restore() {
      // What is of the browser lies on the prototypes.
      for (const name of ['getUserMedia', 'enumerateDevices']) Reflect.deleteProperty(mediaDevices, name);
      if (browser.query !== undefined) Reflect.deleteProperty(permissions, 'query');
    },
    tellOfChange(before) {
      const now = camera.access();
      if ((before === 'missing') !== (now === 'missing')) mediaDevices.dispatchEvent(new Event('devicechange'));
      if (permissionOf(before) === permissionOf(now)) return;
      for (const status of statuses) {
        const event = new Event('change');
        status.dispatchEvent(event);
        (status as PermissionStatus).onchange?.call(status as PermissionStatus, event);
      }
    },
  };
}

function facingOf(video: true | MediaTrackConstraints): 'user' | 'environment' {
  return JSON.stringify(video).includes('"environment"') ? 'environment' : 'user';
}
