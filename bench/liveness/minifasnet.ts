import * as onnx from 'onnxruntime-web';
import type { CropSampler } from '../../packages/browser-core/src/face/crop-sampler.ts';
import type { Box } from '../../packages/browser-core/src/face/frame-measurement.ts';
import { faceCrop } from '../../packages/browser-core/src/liveness/model/face-crop.ts';

const SIDE = 80;

/** Scores a face: high for a bona fide presentation. */
export type Peer = (frame: CropSampler, box: Box) => Promise<number>;

/**
 * MiniFASNet (minivision-ai/Silent-Face-Anti-Spoofing, Apache-2.0) from its ONNX file, fed as its own repository does:
 * the box's width and height scaled apart and moved into the frame, BGR from 0 to 255, softmax, class 1.
 */
export async function openMiniFasNet(path: string, scale: number): Promise<Peer> {
  onnx.env.wasm.numThreads = 1;
  const session = await onnx.InferenceSession.create(path);
  const [input = 'input'] = session.inputNames;
  const [output = 'out'] = session.outputNames;
  return async (frame, box) => {
    const rgba = frame.sample(faceCrop(frame, box, scale), SIDE, SIDE, 'nearest-four');
    const plane = SIDE * SIDE;
    const data = new Float32Array(3 * plane);
    for (let i = 0; i < plane; i += 1) for (let c = 0; c < 3; c += 1) data[c * plane + i] = rgba[i * 4 + 2 - c] ?? 0;
    const result = await session.run({ [input]: new onnx.Tensor('float32', data, [1, 3, SIDE, SIDE]) });
    const logits = Array.from(result[output]?.data as Float32Array);
    const top = Math.max(...logits);
    const exponents = logits.map((logit) => Math.exp(logit - top));
    return (exponents[1] ?? 0) / exponents.reduce((sum, value) => sum + value, 0);
  };
}
