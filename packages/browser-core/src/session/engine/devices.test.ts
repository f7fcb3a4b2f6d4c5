import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Camera } from '../../camera/camera.ts';
import { Devices, type DeviceLanes } from './devices.ts';
import type { EquipmentLane } from './equipment.ts';
import { WorkLanes } from './work-lanes.ts';

const CAMERA = {
  description: { deviceId: 'camera', label: 'Camera' },
  list: () => Promise.resolve([]),
  onInterruption: () => undefined,
  close: () => undefined,
} as unknown as Camera;

/** As a frame loop does: nothing but the abort ends it. */
function endless(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
}

describe('a capture that is stopped as it begins', () => {
  const unheard: unknown[] = [];
  const hear = (reason: unknown): void => void unheard.push(reason);
  beforeEach(() => void process.on('unhandledRejection', hear));
  afterEach(() => void process.off('unhandledRejection', hear));

  it('leaves no rejection that nobody hears', async () => {
    const lanes = new WorkLanes<EquipmentLane, object>(
      () => undefined,
      () => undefined,
    );
    let started = 0;
    const devices = new Devices(lanes as unknown as DeviceLanes, {
      openCamera: () => Promise.resolve(CAMERA),
      openVision: () => Promise.resolve({ reset: () => undefined, close: () => undefined }),
      startCapture: ({ signal }) => {
        started += 1;
        return { result: endless(signal), shoot: () => undefined, pause: () => undefined, resume: () => undefined };
      },
      onPicture: () => ({}),
      onMedia: () => undefined,
    });
    devices.perform({ type: 'load-vision', epoch: 1 });
    devices.perform({ type: 'open-camera', epoch: 2, cameraId: null });
    await setImmediate();
    devices.perform({ type: 'start-capture', epoch: 3, auto: true, paused: false });
    devices.perform({ type: 'stop-capture' });
    await setImmediate();
    expect(started).toBe(1);
    expect(unheard).toEqual([]);
  });
});
