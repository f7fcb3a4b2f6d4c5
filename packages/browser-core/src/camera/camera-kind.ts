import type { CameraDescription } from './camera.ts';

/** Product names that drivers give virtual cameras. Lower case; from the products' own device names. */
const VIRTUAL = [
  'virtual',
  'obs-camera',
  'obs camera',
  'manycam',
  'xsplit',
  'snap camera',
  'camtwist',
  'e2esoft',
  'vcam',
  'splitcam',
  'youcam',
  'droidcam',
  'iriun',
  'epoccam',
  'ivcam',
  'mmhmm',
  'chromacam',
  'sparkocam',
  'webcamoid',
  'akvcam',
  'v4l2loopback',
  'dummy video device',
  'loopback',
  'nvidia broadcast',
  'fake_device',
  // Chromium names its fake camera after the file that plays in it.
  '.mjpeg',
  '.y4m',
  'unity video capture',
  'ndi video',
  'screen capture',
  'deepfacelive',
  'swapface',
  'altercam',
  'perfect cam',
  'prism live',
  'streamlabs',
];

const INFRARED = /(?:^|[^a-z])(?:ir|infrared|infra-red|depth|tof|windows hello)(?:[^a-z]|$)/;
const ULTRA_WIDE = /ultra[\s-]?wide|ultraweit|ultra-?grand|ultra ?gran|0[.,]5\s?x/;
const EXTERNAL = /usb|logi|external|continuity|elgato|brio|c9[0-9]{2}|facecam|kiyo/;

/** What a camera's label says that it is; `ordinary` when it says nothing. Evidence for ranking, never a ban. */
export function cameraKind(label: string): CameraDescription['kind'] {
  const name = label.toLowerCase();
  if (VIRTUAL.some((product) => name.includes(product))) return 'virtual';
  if (INFRARED.test(name)) return 'infrared';
  if (ULTRA_WIDE.test(name)) return 'ultra-wide';
  return EXTERNAL.test(name) ? 'external' : 'ordinary';
}
