import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { INDONESIAN } from './data/ktp-holder.ts';
import { UTOPIAN } from './data/specimen-holder.ts';
import { renderSpecimen } from './render-specimen.ts';
import type { Specimen } from './specimen.ts';

const EVERY: readonly Specimen[] = [
  { kind: 'passport', holder: UTOPIAN },
  { kind: 'id-card-front', holder: UTOPIAN },
  { kind: 'id-card-back', holder: UTOPIAN },
  { kind: 'driving-licence-front', holder: UTOPIAN },
  { kind: 'driving-licence-back', holder: UTOPIAN },
  { kind: 'ktp', holder: INDONESIAN },
];

describe('renderSpecimen', () => {
  it.each(EVERY)('draws $kind without a font, in the shape that ISO/IEC 7810 gives it', async (specimen) => {
    const svg = renderSpecimen({ ...specimen, widthPx: 500 });
    expect(svg).not.toContain('<text');
    const { data, info } = await sharp(Buffer.from(svg)).flatten({ background: '#000' }).greyscale().raw().toBuffer({
      resolveWithObject: true,
    });
    expect(info.width).toBe(500);
    expect(info.width / info.height).toBeCloseTo(specimen.kind === 'passport' ? 125 / 88 : 85.6 / 53.98, 2);
    // Paper in most places and ink in some; the corner is cut round.
    expect(data.filter((value) => value > 170).length / data.length).toBeGreaterThan(0.5);
    expect(data.filter((value) => value < 90).length / data.length).toBeGreaterThan(0.02);
    expect(data[0]).toBe(0);
  });

  it('prints otherwise than the machine-readable zone says when told to, and the zone stays as it was', async () => {
    const zone = async (specimen: Specimen) => {
      const image = sharp(Buffer.from(renderSpecimen({ ...specimen, widthPx: 500 })));
      return image.extract({ left: 0, top: 264, width: 500, height: 80 }).raw().toBuffer();
    };
    const honest: Specimen = { kind: 'passport', holder: UTOPIAN };
    const altered: Specimen = { ...honest, printed: { dateOfBirth: '1999-03-14' } };
    expect(renderSpecimen(altered)).not.toBe(renderSpecimen(honest));
    expect((await zone(altered)).equals(await zone(honest))).toBe(true);
  });

  it('refuses a name that the typefaces cannot set', () => {
    expect(() => renderSpecimen({ kind: 'passport', holder: { ...UTOPIAN, lastName: '李' } })).toThrow(TypeError);
  });
});
