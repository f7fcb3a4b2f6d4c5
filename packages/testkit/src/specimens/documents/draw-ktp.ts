import { dayFirstDate } from '../data/printed-date.ts';
import { drawSignature, drawSpecimenMark } from '../drawing/draw-marks.ts';
import { CARD, drawGround, drawPage } from '../drawing/draw-page.ts';
import { drawPortrait } from '../drawing/draw-portrait.ts';
import { drawRosette, drawWaves } from '../drawing/guilloche.ts';
import { setText } from '../drawing/set-text.ts';
import { OCR_A } from '../typefaces/ocr-a.ts';
import { SANS } from '../typefaces/sans.ts';
import { SANS_SEMIBOLD } from '../typefaces/sans-semibold.ts';
import type { KtpSpecimen } from '../specimen.ts';

/** A card with the fields of an Indonesian identity card in their order; the drawing is ours and copies no real card. */
export function drawKtp({ holder, printed, portrait, widthPx = 1200 }: KtpSpecimen): string {
  const { width, height } = CARD;
  const shown = { ...holder, ...printed };
  const rows: readonly (readonly [label: string, value: string, indent?: true])[] = [
    ['Nama', shown.name],
    ['Tempat/Tgl Lahir', `${shown.placeOfBirth}, ${dayFirstDate(shown.dateOfBirth, '-')}`],
    ['Jenis Kelamin', shown.sex === 'F' ? 'PEREMPUAN' : 'LAKI-LAKI'],
    ['Alamat', shown.address],
    ['RT/RW', shown.rtRw, true],
    ['Kel/Desa', shown.village, true],
    ['Kecamatan', shown.district, true],
    ['Agama', shown.religion],
    ['Status Perkawinan', shown.maritalStatus],
    ['Pekerjaan', shown.occupation],
    ['Kewarganegaraan', shown.citizenship],
    ['Berlaku Hingga', /^\d/.test(shown.validUntil) ? dayFirstDate(shown.validUntil, '-') : shown.validUntil],
  ];
  const firstRow = 17.2;
  const distance = 2.86;
  return drawPage(CARD, widthPx, [
    drawGround(CARD, ['#cfe6f3', '#def0f5', '#c9e2ee']),
    drawWaves(0, 0, width, height, {
      stroke: '#3f8dbb',
      opacity: 0.24,
      lines: 40,
      amplitude: 2.2,
      wavelength: 33,
      drift: 0.04,
    }),
    drawWaves(0, 6, width, height - 12, {
      stroke: '#57a68b',
      opacity: 0.2,
      lines: 20,
      amplitude: 3,
      wavelength: 52,
      drift: -0.05,
    }),
    drawRosette(38, 31, 17, { stroke: '#5a86c2', opacity: 0.2, petals: 8, rings: 16 }),
    drawSpecimenMark(36, 34, 10, -16, { word: 'SPESIMEN', opacity: 0.13 }),
    setText(`PROVINSI ${shown.province}`, width / 2, 4.9, {
      face: SANS_SEMIBOLD,
      size: 3,
      anchor: 'middle',
      maxWidth: 66,
    }),
    setText(shown.regency, width / 2, 8.4, { face: SANS_SEMIBOLD, size: 3, anchor: 'middle', maxWidth: 66 }),
    setText('NIK', 3.4, 13.1, { face: SANS_SEMIBOLD, size: 3.4 }),
    setText(':', 14.6, 13.1, { face: SANS_SEMIBOLD, size: 3.4 }),
    setText(shown.nik, 17.2, 13.2, { face: OCR_A, size: 4.3, pitch: 2.72 }),
    ...rows.flatMap(([label, value, indent], row) => {
      const y = firstRow + row * distance;
      return [
        setText(label, indent ? 5.4 : 3.4, y, { face: SANS, size: 2.05 }),
        setText(':', 22, y, { face: SANS, size: 2.05 }),
        setText(value, 23.2, y, { face: SANS_SEMIBOLD, size: 2.05, maxWidth: row === 2 ? 20 : 37 }),
      ];
    }),
    setText(`Gol. Darah : ${shown.bloodType}`, 46, firstRow + 2 * distance, { face: SANS, size: 2.05 }),
    drawPortrait(portrait, 61.6, 12.6, 20.6, 26.6, { backdrop: shown.sex === 'F' ? '#b9413f' : '#3f5ea8' }),
    setText(shown.regency.replace(/^(KOTA|KABUPATEN) /, ''), 71.9, 42, {
      face: SANS,
      size: 1.8,
      anchor: 'middle',
      maxWidth: 21,
    }),
    setText(dayFirstDate(shown.issuedOn, '-'), 71.9, 44.4, { face: SANS, size: 1.8, anchor: 'middle' }),
    drawSignature(shown.name, 64, 49, 15),
    setText('SPESIMEN · BUKAN KARTU ASLI', 3.4, 52, {
      face: SANS_SEMIBOLD,
      size: 1.6,
      fill: '#b3132f',
      tracking: 0.12,
    }),
  ]);
}
