import type { RgbaImage } from '../../../face/rgba-sampler.ts';
import type { BarcodeDecoder } from './barcode-decoder.ts';
import type { BarcodeReading } from './barcode-reading.ts';
import { isAamva, parseAamva } from './parse-aamva.ts';
import { stretchContrast } from './stretch-contrast.ts';

/**
 * Every PDF417 and QR code of the picture, once each, with what a North American licence's says. Best given the document
 * cut out: the decoder bears turning and bad light, but little tilt.
 */
export async function readBarcodes(image: RgbaImage, decoder: BarcodeDecoder): Promise<readonly BarcodeReading[]> {
  let decoded = await decoder.decode(image);
  if (decoded.length === 0) decoded = await decoder.decode(stretchContrast(image));
  const found = new Map<string, BarcodeReading>();
  for (const { symbology, text } of decoded) {
    found.set(`${symbology} ${text}`, { symbology, text, aamva: isAamva(text) ? parseAamva(text) : null });
  }
  return [...found.values()];
}
