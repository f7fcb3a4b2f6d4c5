import type { RgbaImage } from '../../../face/rgba-sampler.ts';
import type { LumaPlane } from '../../../liveness/luma-plane.ts';
import type { TextLine } from '../text-line.ts';
import { decodeText } from './decode-text.ts';
import { findTextLines } from './find-text-lines.ts';
import { TEXT_STRETCH, cropLine } from './line-crop.ts';
import type { LineRecogniser } from './line-recogniser.ts';
import { toLumaPlane } from './to-luma-plane.ts';

/** What is less certain is ornament, not print (guess). */
const MIN_CONFIDENCE = 0.4;

/** Reads the printed lines of a document that was cut out and lies level, in reading order. */
export async function readText(image: RgbaImage | LumaPlane, recogniser: LineRecogniser): Promise<readonly TextLine[]> {
  const luma = toLumaPlane(image);
  const lines: TextLine[] = [];
  for (const { path, box } of findTextLines(luma)) {
    // One after the other: they share the backend.
    const { text, confidence } = decodeText(await recogniser.recogniseText(cropLine(luma, path, TEXT_STRETCH)));
    if (text === '' || confidence < MIN_CONFIDENCE) continue;
    const { width, height } = luma;
    lines.push({
      text,
      confidence,
      box: { x: box.x / width, y: box.y / height, width: box.width / width, height: box.height / height },
    });
  }
  return lines;
}
