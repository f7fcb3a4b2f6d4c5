import { describe, expect, it } from 'vitest';
import { aamvaText, UTOPIAN } from '@bonafide/testkit/specimens';
import type { DocumentType } from '../expected-document.ts';
import type { BarcodeDecoder } from './barcode/barcode-decoder.ts';
import { EMPTY_READING } from './document-reading.ts';
import { readDocument } from './read-document.ts';

const AT = new Date('2026-11-25T00:00:00Z');
const BLANK = { data: new Uint8ClampedArray(40 * 25 * 4).fill(255), width: 40, height: 25 };

function decoderOf(text: string): BarcodeDecoder & { calls: number } {
  return {
    calls: 0,
    async decode() {
      this.calls += 1;
      return [{ symbology: 'pdf417', text }];
    },
  };
}

const expected = (documentType: DocumentType) => ({ documentType, country: null });

describe('readDocument', () => {
  it('reads nothing without tools', async () => {
    expect(await readDocument(BLANK, { lines: null, barcodes: null }, { side: 'front', at: AT })).toEqual(
      EMPTY_READING,
    );
  });

  it('reads the barcode of a licence', async () => {
    const barcodes = decoderOf(aamvaText(UTOPIAN));
    const reading = await readDocument(
      BLANK,
      { lines: null, barcodes },
      { side: 'back', expected: expected('driversLicense'), at: AT },
    );
    expect(reading.barcodes[0]?.aamva?.fields.documentNumber).toBe('U4L07K512');
    expect(barcodes.calls).toBe(1);
  });

  it('does not look for a barcode on what has none', async () => {
    const barcodes = decoderOf('anything');
    for (const type of ['passport', 'ktp'] as const) {
      await readDocument(BLANK, { lines: null, barcodes }, { side: 'front', expected: expected(type), at: AT });
    }
    expect(barcodes.calls).toBe(0);
  });

  it('begins nothing when the time is spent, and gives what it has', async () => {
    const barcodes = decoderOf('anything');
    const times = [0, 5001];
    const reading = await readDocument(
      BLANK,
      { lines: null, barcodes, now: () => times.shift() ?? 5001 },
      { side: 'back', at: AT, budgetMs: 5000 },
    );
    expect(reading).toEqual(EMPTY_READING);
    expect(barcodes.calls).toBe(0);
  });

  it("ends with the signal's reason", async () => {
    const signal = AbortSignal.abort(new Error('gone'));
    const reading = readDocument(BLANK, { lines: null, barcodes: decoderOf('x') }, { side: 'back', at: AT, signal });
    await expect(reading).rejects.toThrow('gone');
  });
});
