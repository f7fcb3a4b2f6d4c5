import { describe, expect, it } from 'vitest';
import { cameraKind } from './camera-kind.ts';
import { describeCamera, rankCameras } from './rank-cameras.ts';

describe('cameraKind', () => {
  it.each([
    ['OBS Virtual Camera', 'virtual'],
    ['Snap Camera', 'virtual'],
    ['Dummy video device (0x0000)', 'virtual'],
    ['fake_device_0', 'virtual'],
    ['Integrated IR Camera (04f2:b6d9)', 'infrared'],
    ['Windows Hello Face', 'infrared'],
    ['camera 2, facing front, infrared', 'infrared'],
    ['Back Ultra Wide Camera', 'ultra-wide'],
    ['Logitech HD Webcam C920', 'external'],
    ['FaceTime HD Camera', 'ordinary'],
    ['Fire HD front', 'ordinary'],
    ['camera2 1, facing front', 'ordinary'],
    ['', 'ordinary'],
  ])('%s is %s', (label, kind) => {
    expect(cameraKind(label)).toBe(kind);
  });
});

describe('rankCameras', () => {
  const camera = (deviceId: string, label: string, facingMode?: string) =>
    describeCamera({ deviceId, label, facingMode });
  const ids = (list: readonly { readonly deviceId: string }[]): readonly string[] =>
    list.map(({ deviceId }) => deviceId);

  const phone = [
    camera('0', 'camera2 0, facing back'),
    camera('1', 'camera2 1, facing front'),
    camera('2', 'Back Ultra Wide Camera'),
    camera('3', 'camera2 3, facing front, infrared'),
  ];

  it('puts the facing that was asked for first, and infrared last', () => {
    expect(ids(rankCameras(phone, { facing: 'user' }))).toEqual(['1', '0', '2', '3']);
    expect(ids(rankCameras(phone, { facing: 'environment' }))[0]).toBe('0');
  });

  it('prefers what was remembered among equals, but not a virtual camera over an ordinary one', () => {
    const desk = [camera('a', 'Desk One'), camera('b', 'Desk Two'), camera('v', 'ManyCam')];
    expect(ids(rankCameras(desk, { facing: 'user', rememberedId: 'b' }))).toEqual(['b', 'a', 'v']);
    expect(ids(rankCameras(desk, { facing: 'user', rememberedId: 'v' }))[0]).toBe('a');
  });

  it('keeps the order of the browser when labels are hidden', () => {
    const hidden = [camera('x', ''), camera('y', '')];
    expect(ids(rankCameras(hidden, { facing: 'user' }))).toEqual(['x', 'y']);
  });

  it('believes the settings over the label', () => {
    expect(camera('x', 'Back Camera', 'user').facing).toBe('user');
    expect(camera('x', 'Kamera depan').facing).toBe('user');
    expect(camera('x', 'HD Webcam').facing).toBe('unknown');
  });
});
