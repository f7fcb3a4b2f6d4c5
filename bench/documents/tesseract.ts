import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createWorker } from 'tesseract.js';

const require = createRequire(import.meta.url);
const DATA = join(dirname(require.resolve('@tesseract.js-data/eng/package.json')), '4.0.0_best_int');

export const TESSERACT_BYTES =
  readFileSync(join(DATA, 'eng.traineddata.gz')).length +
  readFileSync(require.resolve('tesseract.js-core/tesseract-core-simd-lstm.wasm')).length;

export interface Tesseract {
  /** Text of a picture, encoded, line by line. */
  read(picture: Buffer, isOneLine: boolean): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** tesseract.js with its English data and a whitelist of a zone's characters, as most web projects use it. */
export async function openTesseract(): Promise<Tesseract> {
  const worker = await createWorker('eng', 1, { langPath: DATA, cacheMethod: 'none', gzip: true });
  return {
    async read(picture, isOneLine) {
      await worker.setParameters({
        tessedit_char_whitelist: 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<',
        tessedit_pageseg_mode: (isOneLine ? '7' : '6') as never,
      });
      const { data } = await worker.recognize(picture);
      return data.text.split('\n').filter((line) => line.trim() !== '');
    },
    close: async () => void (await worker.terminate()),
  };
}
