import { describe, expect, it } from 'vitest';
import { domError, FakeMediaDevices, fakePorts, wishedId } from '../../test/fake-media-devices.ts';
import type { CameraPermission } from './camera-ports.ts';
import { openCamera } from './open-camera.ts';

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function signal(): AbortSignal {
  return new AbortController().signal;
}

describe('openCamera', () => {
  it('asks for the front camera and never for sound', async () => {
    const devices = new FakeMediaDevices();
    const camera = await openCamera({ signal: signal() }, fakePorts(devices));
    expect(devices.requests).toHaveLength(1);
    expect(devices.requests[0]?.constraints).toMatchObject({ audio: false, video: { facingMode: { ideal: 'user' } } });
    expect(camera.description).toEqual({ deviceId: 'a', label: 'Front Camera', facing: 'user', kind: 'ordinary' });
    expect(camera.settings).toMatchObject({ width: 640, height: 480 });
    camera.close();
    expect(devices.live).toEqual([]);
  });

  it('lets its wishes go step by step', async () => {
    const devices = new FakeMediaDevices();
    devices.answer = (request) =>
      request.constraints.video === true ? request.grant() : request.refuse(domError('OverconstrainedError'));
    await openCamera({ signal: signal() }, fakePorts(devices));
    expect(devices.requests.map(({ constraints }) => constraints.video)).toEqual([
      expect.objectContaining({ width: { ideal: 1280 } }),
      { facingMode: { ideal: 'user' } },
      true,
    ]);
  });

  it.each(['OBS Virtual Camera', 'Integrated IR Camera', 'Front Ultra Wide Camera'])(
    'gives up %s for a better camera',
    async (label) => {
      const devices = new FakeMediaDevices([
        { deviceId: 'bad', label },
        { deviceId: 'back', label: 'Back Camera' },
        { deviceId: 'good', label: 'Front Camera' },
      ]);
      const camera = await openCamera({ signal: signal() }, fakePorts(devices));
      expect(camera.description.deviceId).toBe('good');
      expect(devices.live).toHaveLength(1);
    },
  );

  it('keeps an unwanted camera that is the only one, or that was asked for', async () => {
    const only = new FakeMediaDevices([{ deviceId: 'v', label: 'OBS Virtual Camera' }]);
    const camera = await openCamera({ signal: signal() }, fakePorts(only));
    expect(camera.description.kind).toBe('virtual');
    expect(only.requests).toHaveLength(1);

    const both = new FakeMediaDevices([
      { deviceId: 'good', label: 'Front Camera' },
      { deviceId: 'v', label: 'OBS Virtual Camera' },
    ]);
    const asked = await openCamera({ signal: signal(), deviceId: 'v' }, fakePorts(both));
    expect(asked.description.deviceId).toBe('v');
  });

  it('goes back to the unwanted camera when the better one does not open', async () => {
    const devices = new FakeMediaDevices([
      { deviceId: 'v', label: 'OBS Virtual Camera' },
      { deviceId: 'good', label: 'Front Camera' },
    ]);
    devices.answer = (request) =>
      wishedId(request.constraints) === 'good' ? request.refuse(domError('NotReadableError')) : request.grant();
    const camera = await openCamera({ signal: signal() }, fakePorts(devices));
    expect(camera.description.deviceId).toBe('v');
    expect(devices.live.filter(({ label }) => label !== 'Front Camera')).toHaveLength(1);
  });

  it('opens the camera that was remembered, and another when that one is gone', async () => {
    const devices = new FakeMediaDevices([
      { deviceId: 'a', label: 'Front Camera' },
      { deviceId: 'b', label: 'Desk Camera' },
    ]);
    const camera = await openCamera({ signal: signal() }, fakePorts(devices, { remembered: 'b' }));
    expect(camera.description.deviceId).toBe('b');

    const gone = new FakeMediaDevices();
    gone.answer = (request) =>
      wishedId(request.constraints) === 'b' ? request.refuse(domError('OverconstrainedError')) : request.grant();
    const other = await openCamera({ signal: signal() }, fakePorts(gone, { remembered: 'b' }));
    expect(other.description.deviceId).toBe('a');
  });

  const failures: readonly [string, string, CameraPermission, string, boolean?][] = [
    ['NotAllowedError', '', 'denied', 'permission-denied'],
    ['NotAllowedError', 'Permission dismissed', 'prompt', 'permission-dismissed'],
    ['NotAllowedError', 'Permission dismissed', 'unknown', 'permission-dismissed'],
    ['NotAllowedError', 'Permission dismissed', 'denied', 'permission-denied'],
    ['NotAllowedError', 'Permission denied', 'unknown', 'permission-denied'],
    ['NotAllowedError', '', 'granted', 'permission-denied'],
    ['NotAllowedError', '', 'prompt', 'permissions-policy-blocked', false],
    ['SecurityError', '', 'unknown', 'permission-denied'],
    ['NotFoundError', '', 'unknown', 'no-camera'],
    ['NotReadableError', '', 'granted', 'camera-in-use'],
    ['AbortError', '', 'granted', 'camera-in-use'],
    ['OverconstrainedError', '', 'granted', 'camera-overconstrained'],
    ['TypeError', '', 'unknown', 'unsupported-browser'],
    ['NovelError', '', 'unknown', 'internal'],
  ];
  it.each(failures)('tells %s (%s, permission %s) as %s', async (name, message, permission, code, policy) => {
    const devices = new FakeMediaDevices();
    const cause = domError(name, message);
    devices.answer = (request) => request.refuse(cause);
    const ports = fakePorts(devices, { permission, policy: policy ?? null });
    await expect(openCamera({ signal: signal() }, ports)).rejects.toMatchObject({ code, cause });
  });

  it('asks once only when it was refused', async () => {
    const devices = new FakeMediaDevices();
    devices.answer = (request) => request.refuse(domError('NotAllowedError'));
    await expect(openCamera({ signal: signal() }, fakePorts(devices))).rejects.toThrow();
    expect(devices.requests).toHaveLength(1);
  });

  it.each([
    [true, 'unsupported-browser'],
    [false, 'insecure-context'],
  ])('says what is wrong without media devices (secure: %s)', async (secure, code) => {
    await expect(openCamera({ signal: signal() }, fakePorts(undefined, { secure }))).rejects.toMatchObject({ code });
  });

  it('refuses a stream without a picture', async () => {
    const devices = new FakeMediaDevices();
    devices.answer = (request) => request.grantWithoutPicture();
    await expect(openCamera({ signal: signal() }, fakePorts(devices))).rejects.toMatchObject({ code: 'no-camera' });
  });

  it('does not ask at all under an aborted signal', async () => {
    const devices = new FakeMediaDevices();
    const reason = new Error('gone');
    await expect(openCamera({ signal: AbortSignal.abort(reason) }, fakePorts(devices))).rejects.toBe(reason);
    expect(devices.requests).toEqual([]);
  });
});

describe('release', () => {
  it('stops a stream that arrives after the abort, and rejects before it does', async () => {
    const devices = new FakeMediaDevices();
    devices.answer = null;
    const abort = new AbortController();
    const opening = openCamera({ signal: abort.signal }, fakePorts(devices));
    const reason = new Error('unmounted');
    abort.abort(reason);
    await expect(opening).rejects.toBe(reason);
    devices.requests[0]?.grant();
    await turn();
    expect(devices.requests[0]?.track.stops).toBe(1);
    expect(devices.live).toEqual([]);
  });

  it('stops a stream when the abort comes in the very turn of its arrival', async () => {
    const devices = new FakeMediaDevices();
    devices.answer = null;
    const abort = new AbortController();
    const opening = openCamera({ signal: abort.signal }, fakePorts(devices));
    devices.requests[0]?.grant();
    queueMicrotask(() => queueMicrotask(() => abort.abort(new Error('late'))));
    await expect(opening).rejects.toThrow('late');
    expect(devices.live).toEqual([]);
  });

  it('stops the stream when the abort comes while cameras are being compared', async () => {
    const devices = new FakeMediaDevices([{ deviceId: 'v', label: 'OBS Virtual Camera' }]);
    const abort = new AbortController();
    const list = devices.enumerateDevices.bind(devices);
    devices.enumerateDevices = async () => {
      abort.abort(new Error('now'));
      return await list();
    };
    await expect(openCamera({ signal: abort.signal }, fakePorts(devices))).rejects.toThrow('now');
    expect(devices.live).toEqual([]);
  });

  it('stops a stream that arrives after the prompt stayed unanswered', async () => {
    const devices = new FakeMediaDevices();
    devices.answer = null;
    const ports = fakePorts(devices);
    const opening = openCamera({ signal: signal() }, ports);
    ports.passTime();
    await expect(opening).rejects.toMatchObject({ code: 'permission-dismissed' });
    devices.requests[0]?.grant();
    await turn();
    expect(devices.live).toEqual([]);
  });

  it('takes a refusal after the abort in silence', async () => {
    const devices = new FakeMediaDevices();
    devices.answer = null;
    const abort = new AbortController();
    const opening = openCamera({ signal: abort.signal }, fakePorts(devices));
    abort.abort(new Error('unmounted'));
    await expect(opening).rejects.toThrow('unmounted');
    devices.requests[0]?.refuse(domError('NotAllowedError'));
    await turn();
  });

  it('keeps one stream when it is opened twice and the first owner goes', async () => {
    const devices = new FakeMediaDevices();
    devices.answer = null;
    const first = new AbortController();
    const abandoned = openCamera({ signal: first.signal }, fakePorts(devices));
    const kept = openCamera({ signal: signal() }, fakePorts(devices));
    first.abort(new Error('double mount'));
    await expect(abandoned).rejects.toThrow('double mount');
    for (const request of devices.requests) request.grant();
    const camera = await kept;
    await turn();
    expect(devices.live).toHaveLength(1);
    camera.close();
    camera.close();
    expect(devices.live).toEqual([]);
  });

  it('closes with its signal', async () => {
    const devices = new FakeMediaDevices();
    const abort = new AbortController();
    await openCamera({ signal: abort.signal }, fakePorts(devices));
    abort.abort();
    expect(devices.live).toEqual([]);
  });

  it('closes one camera before it opens another, and remembers the choice', async () => {
    const devices = new FakeMediaDevices([
      { deviceId: 'a', label: 'Front Camera' },
      { deviceId: 'b', label: 'Desk Camera' },
    ]);
    const ports = fakePorts(devices);
    const first = await openCamera({ signal: signal() }, ports);
    const openWhenAsked: number[] = [];
    devices.answer = (request) => {
      openWhenAsked.push(devices.live.length - 1);
      request.grant();
    };
    const second = await first.switchTo('b');
    expect(openWhenAsked).toEqual([0]);
    expect(second.description.deviceId).toBe('b');
    expect(ports.remembered).toBe('b');
    expect((await second.list()).map(({ deviceId }) => deviceId)).toEqual(['b', 'a']);
  });

  it('tells of mute, unmute and end until it is closed', async () => {
    const devices = new FakeMediaDevices();
    const camera = await openCamera({ signal: signal() }, fakePorts(devices));
    const heard: string[] = [];
    const stop = camera.onInterruption((interruption) => heard.push(interruption));
    const ignored = camera.onInterruption(() => heard.push('twice'));
    ignored();
    const track = devices.requests[0]?.track;
    for (const name of ['mute', 'unmute', 'ended']) track?.dispatchEvent(new Event(name));
    expect(heard).toEqual(['muted', 'unmuted', 'ended']);
    camera.close();
    track?.dispatchEvent(new Event('mute'));
    expect(heard).toHaveLength(3);
    stop();
  });
});
