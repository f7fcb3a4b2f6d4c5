import { describe, expect, it } from 'vitest';
import { recaptureReason } from './session-status.ts';

describe('recaptureReason', () => {
  it.each([
    ['image-quality', [], 'PoorImageQuality'],
    ['no-document', [], 'ImageMissing'],
    ['unsupported-document', [], 'DocNotSupported'],
    ['document-refused', ['expired'], 'DocExpired'],
    ['document-refused', ['copy-suspected'], undefined],
    ['not-live', [], undefined],
    [null, ['expired'], undefined],
  ] as const)('%s %o is %o', (cause, reasons, expected) => {
    expect(recaptureReason(cause, reasons)).toBe(expected);
  });
});
