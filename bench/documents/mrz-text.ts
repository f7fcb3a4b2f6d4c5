import { MRZ_LAYOUTS, mrzFormatOf } from '../../packages/browser-core/src/document/reading/mrz/mrz-layout.ts';
import { parseMrz } from '../../packages/browser-core/src/document/reading/mrz/parse-mrz.ts';

/** Blanks and what a reader of English makes of the filler become what they stand for; anything else that no zone has is dropped. */
export function toMrzText(text: string): string {
  return text
    .toUpperCase()
    .replaceAll(/[«‹([{]/g, '<')
    .replaceAll(/[^A-Z0-9<]/g, '');
}

/**
 * The lines of text that are a zone, as a project without a grammar would take them: as long as a zone's lines are, padded with
 * filler or cut by a few. Null when there are none.
 */
export function toZone(
  texts: readonly string[],
  at: Date,
): { readonly lines: readonly string[]; readonly isValid: boolean } | null {
  const lines = texts.map(toMrzText).filter((text) => text.length >= 24);
  for (const { lineCount, lineLength } of [MRZ_LAYOUTS.TD1, MRZ_LAYOUTS.TD2, MRZ_LAYOUTS.TD3]) {
    for (let start = lines.length - lineCount; start >= 0; start -= 1) {
      const some = lines.slice(start, start + lineCount);
      if (some.some((line) => Math.abs(line.length - lineLength) > 3)) continue;
      const fitted = some.map((line) => line.slice(0, lineLength).padEnd(lineLength, '<'));
      if (mrzFormatOf(fitted) !== null) return { lines: fitted, isValid: parseMrz(fitted, at).valid };
    }
  }
  return null;
}
