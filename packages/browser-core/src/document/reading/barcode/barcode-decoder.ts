import type { AssetSource } from '../../../asset-loading/asset-source.ts';
import type { RgbaImage } from '../../../face/rgba-sampler.ts';
import { BrowserCoreError } from '../../../browser-core-error.ts';
import type { BarcodeReading } from './barcode-reading.ts';

/** Name of the wasm file among the assets: `zxing-wasm/reader/zxing_reader.wasm` as it is in the package. */
export const BARCODE_WASM_FILE = 'zxing-reader.wasm';

/** Finds and decodes PDF417 and QR codes. */
export interface BarcodeDecoder {
  decode(image: RgbaImage): Promise<readonly Omit<BarcodeReading, 'aamva'>[]>;
}

/** More than any document has. */
const MOST_SYMBOLS = 4;

/**
 * Loads the decoder; its wasm comes from the assets and from nowhere else. All decoders of one page or process are the
 * same one. Errors: those of the source, and `backend-init-failed` when the wasm does not start.
 */
export async function createBarcodeDecoder(source: AssetSource): Promise<BarcodeDecoder> {
  const [zxing, wasm] = await Promise.all([import('zxing-wasm/reader'), source.read(BARCODE_WASM_FILE)]);
  try {
    await zxing.prepareZXingModule({
      // Given the bytes, it fetches nothing; its own default would be a CDN.
      overrides: { wasmBinary: wasm.buffer, locateFile: (path: string) => path },
      equalityFn: () => true,
      fireImmediately: true,
    });
  } catch (cause) {
    zxing.purgeZXingModule();
    throw new BrowserCoreError('backend-init-failed', 'the barcode decoder does not start', { cause });
  }
  return {
    async decode({ data, width, height }) {
      const pixels = { data, width, height } as ImageData;
      const found = await zxing.readBarcodes(pixels, {
        formats: ['PDF417', 'QRCode'],
        maxNumberOfSymbols: MOST_SYMBOLS,
        textMode: 'Plain',
      });
      return found.map(({ format, text }) => ({ symbology: format === 'PDF417' ? 'pdf417' : 'qr', text }));
    },
  };
}
