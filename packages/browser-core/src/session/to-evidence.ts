import { bindFrames, signCapture } from '../binding/sign-capture.ts';
import type { Camera } from '../camera/camera.ts';
import type { CaptureResult } from '../capture/capture-result.ts';
import type { SubmissionMetadata } from '../gateway/liveness-gateway.ts';

/** The version of this package, as the evidence names it. A test holds it equal to package.json. */
export const SDK_VERSION = '0.0.0';

/** What is known of the camera once it is closed. Its label is personal and stays here. */
export interface CameraEvidence {
  readonly kind: string;
  readonly width: number;
  readonly height: number;
  readonly frameRate: number;
}

export function toCameraEvidence({ description, settings }: Camera): CameraEvidence {
  const { width = 0, height = 0, frameRate = 0 } = settings;
  return { kind: description.kind, width: Math.round(width), height: Math.round(height), frameRate };
}

/** What is known of a picture that is about to be sent. */
export interface HeldPicture {
  readonly picture: CaptureResult;
  readonly camera: CameraEvidence;
  /** Wall clock, milliseconds since the epoch. */
  readonly capturedAtEpochMs: number;
}

/** What goes to the gateway. */
export interface Delivery {
  readonly image: Blob;
  readonly metadata: SubmissionMetadata;
}

/** The picture alone, with claims that the gateway checks again. No image, landmark, label or token among them. */
export function toDelivery(held: HeldPicture): Delivery {
  const { image, digest } = held.picture;
  return { image, metadata: { bonafide: toEvidence(held, digest) } };
}

/** The picture and the frames beside it in one file, and a signature that binds both and the evidence to the nonce. */
export async function toBoundDelivery(held: HeldPicture, nonce: string, key: CryptoKeyPair): Promise<Delivery> {
  const { image, timestampMs, frames } = held.picture;
  const bytesOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await blob.arrayBuffer());
  const file = await bindFrames({
    still: { bytes: await bytesOf(image), timestampMs },
    frames: await Promise.all(
      frames.map(async (frame) => ({ bytes: await bytesOf(frame.image), timestampMs: frame.timestampMs })),
    ),
  });
  const evidence = toEvidence(held, file.digest);
  const binding = await signCapture(key, { file, nonce, evidence, epochMs: held.capturedAtEpochMs });
  return { image: new Blob([file.bytes], { type: image.type }), metadata: { bonafide: { ...evidence, binding } } };
}

function toEvidence({ picture, camera, capturedAtEpochMs }: HeldPicture, digest: string) {
  const { width, height, trigger, quality, liveness } = picture;
  return {
    version: '1',
    sdkVersion: SDK_VERSION,
    capture: { digest, width, height, trigger, capturedAt: new Date(capturedAtEpochMs).toISOString() },
    quality,
    liveness,
    camera,
  };
}
