import { aamvaText } from '../data/aamva-text.ts';
import { dayFirstDate } from '../data/printed-date.ts';
import { drawPdf417 } from '../drawing/draw-pdf417.ts';
import { drawEmblem, drawSignature, drawSpecimenMark } from '../drawing/draw-marks.ts';
import { CARD, drawGround, drawPage } from '../drawing/draw-page.ts';
import { drawPortrait } from '../drawing/draw-portrait.ts';
import { drawRosette, drawWaves } from '../drawing/guilloche.ts';
import { setText } from '../drawing/set-text.ts';
import { SANS } from '../typefaces/sans.ts';
import { SANS_SEMIBOLD } from '../typefaces/sans-semibold.ts';
import type { UtopianSpecimen } from '../specimen.ts';

/** The front of a driving licence of Utopia, its fields numbered as ISO/IEC 18013-1 numbers them. */
export function drawDrivingLicenceFront({ holder, printed, portrait, widthPx = 1200 }: UtopianSpecimen): string {
  const { width, height } = CARD;
  const shown = { ...holder, ...printed };
  const rows: readonly (readonly [string, string])[] = [
    ['1.', shown.lastName],
    ['2.', shown.firstName],
    ['3.', `${dayFirstDate(shown.dateOfBirth, '.')}  ${shown.placeOfBirth}`],
    ['4a.', dayFirstDate(shown.dateOfIssue, '.')],
    ['4b.', dayFirstDate(shown.dateOfExpiry, '.')],
    ['4c.', 'SYPHOGRANTS OF AMAUROT'],
    ['5.', shown.documentNumber],
    ['8.', `${shown.street}, ${shown.postalCode} ${shown.city}`],
    ['9.', 'B'],
  ];
  return drawPage(CARD, widthPx, [
    drawGround(CARD, ['#f9e3e4', '#fbf1e6', '#f3e2ee']),
    drawWaves(0, 0, width, height, {
      stroke: '#c0507a',
      opacity: 0.26,
      lines: 44,
      amplitude: 2,
      wavelength: 29,
      drift: 0.04,
    }),
    drawWaves(0, 4, width, height - 8, {
      stroke: '#4d7fb5',
      opacity: 0.24,
      lines: 26,
      amplitude: 3,
      wavelength: 44,
      drift: -0.05,
    }),
    drawRosette(70, 35, 15, { stroke: '#a34d8c', opacity: 0.28, petals: 10, rings: 18 }),
    drawEmblem(70, 35, 6, '#7a2a55', 0.22),
    drawSpecimenMark(55, 31, 8.6, -14, { fill: '#7a2a55' }),
    `<rect x="4" y="3.4" width="10" height="7" rx="1" fill="#243a78"/>`,
    setText('UTO', 9, 8, { face: SANS_SEMIBOLD, size: 3.3, fill: '#ffffff', anchor: 'middle' }),
    setText('UTOPIA', 17, 6.4, { face: SANS_SEMIBOLD, size: 3.4, fill: '#6b1f48', tracking: 0.4 }),
    setText('DRIVING LICENCE  ·  PERMIS DE CONDUIRE', 17, 9.9, {
      face: SANS,
      size: 2.1,
      fill: '#6b1f48',
      tracking: 0.1,
    }),
    setText('SPECIMEN', width - 4, 6.2, {
      face: SANS_SEMIBOLD,
      size: 2.3,
      fill: '#b3132f',
      anchor: 'end',
      tracking: 0.4,
    }),
    drawPortrait(portrait, 4, 13.6, 24, 31),
    drawSignature(shown.lastName + shown.firstName, 6, 50.2, 18),
    ...rows.flatMap(([number, value], row) => {
      const y = 16.4 + row * 4.15;
      return [
        setText(number, 31, y, { face: SANS, size: 1.9, fill: '#6b1f48' }),
        setText(value, 36, y, { face: SANS_SEMIBOLD, size: row < 2 ? 2.8 : 2.5, maxWidth: width - 40 }),
      ];
    }),
  ]);
}

/** The back: categories, and the barcode as North American licences have it (AAMVA). */
export function drawDrivingLicenceBack({ holder, widthPx = 1200 }: UtopianSpecimen): string {
  const { width, height } = CARD;
  return drawPage(CARD, widthPx, [
    drawGround(CARD, ['#f3e2ee', '#fbf1e6', '#f9e3e4']),
    drawWaves(0, 0, width, height, {
      stroke: '#c0507a',
      opacity: 0.22,
      lines: 44,
      amplitude: 2,
      wavelength: 31,
      drift: 0.04,
    }),
    drawSpecimenMark(42.8, 15, 8, -8, { fill: '#7a2a55' }),
    `<rect x="3" y="25.4" width="${width - 6}" height="24.6" rx="0.8" fill="#fdfdfb"/>`,
    drawPdf417(aamvaText(holder), 5.4, 27.4, width - 10.8, 20.6),
    ...['A', 'B', 'BE', 'C'].flatMap((category, row) => {
      const y = 8 + row * 4.2;
      return [
        `<path d="M5 ${y + 1}H44" stroke="#b98aa5" stroke-width="0.12"/>`,
        setText(category, 6, y, { face: SANS_SEMIBOLD, size: 2.4 }),
        setText(category === 'B' ? dayFirstDate(holder.dateOfIssue, '.') : '–', 16, y, { face: SANS, size: 2.2 }),
        setText(category === 'B' ? dayFirstDate(holder.dateOfExpiry, '.') : '–', 31, y, { face: SANS, size: 2.2 }),
      ];
    }),
    setText('SPECIMEN', width - 5, 7, {
      face: SANS_SEMIBOLD,
      size: 2.5,
      fill: '#b3132f',
      anchor: 'end',
      tracking: 0.5,
    }),
    setText('9.  10.  11.  Categories, valid from, valid until', 5, 23.6, { face: SANS, size: 1.6, fill: '#4a5560' }),
  ]);
}
