import { passportMrz } from '../data/mrz-lines.ts';
import { printedDate } from '../data/printed-date.ts';
import { drawEmblem, drawSignature, drawSpecimenMark } from '../drawing/draw-marks.ts';
import { drawField, drawGround, drawMrz, drawPage, PASSPORT_PAGE } from '../drawing/draw-page.ts';
import { drawPortrait } from '../drawing/draw-portrait.ts';
import { drawRosette, drawWaves } from '../drawing/guilloche.ts';
import { setText } from '../drawing/set-text.ts';
import { SANS } from '../typefaces/sans.ts';
import { SANS_SEMIBOLD } from '../typefaces/sans-semibold.ts';
import type { UtopianSpecimen } from '../specimen.ts';

/** The data page of a passport of Utopia: TD3, laid out as ICAO Doc 9303 part 4 has the zones. */
export function drawPassport({ holder, printed, portrait, wrongCheckDigit, widthPx = 1500 }: UtopianSpecimen): string {
  const { width, height } = PASSPORT_PAGE;
  const shown = { ...holder, ...printed };
  const right = 47;
  return drawPage(PASSPORT_PAGE, widthPx, [
    drawGround(PASSPORT_PAGE, ['#dcebe8', '#f3ecdc', '#e3e3f0']),
    drawWaves(0, 0, width, 66, {
      stroke: '#2b8f8a',
      opacity: 0.3,
      lines: 46,
      amplitude: 2.2,
      wavelength: 31,
      drift: 0.035,
    }),
    drawWaves(0, 4, width, 60, {
      stroke: '#c07a4a',
      opacity: 0.26,
      lines: 30,
      amplitude: 3.4,
      wavelength: 47,
      drift: -0.05,
    }),
    drawRosette(96, 37, 22, { stroke: '#5b5aa8', opacity: 0.32, petals: 12, rings: 22 }),
    drawEmblem(96, 37, 9, '#2c6f86', 0.2),
    drawSpecimenMark(84, 42, 11.5, -16),
    `<rect y="64.6" width="${width}" height="${height - 64.6}" fill="#f7f8f6" opacity="0.86"/>`,
    drawWaves(0, 65, width, 23, {
      stroke: '#2b8f8a',
      opacity: 0.13,
      lines: 12,
      amplitude: 1.2,
      wavelength: 24,
      drift: 0.06,
    }),
    drawEmblem(9.5, 7.8, 4.2, '#1d4f63'),
    setText('UTOPIA', 16, 7.4, { face: SANS_SEMIBOLD, size: 4.4, fill: '#1d4f63', tracking: 0.7 }),
    setText('PASSPORT  ·  PASSEPORT', 16, 11.2, { face: SANS, size: 2.3, fill: '#1d4f63', tracking: 0.22 }),
    setText('SPECIMEN', 119, 6.2, { face: SANS_SEMIBOLD, size: 2.6, fill: '#b3132f', anchor: 'end', tracking: 0.5 }),
    drawPortrait(portrait, 6, 15.4, 35, 45),
    drawField('Type / Type', 'P', right, 15.4),
    drawField('Code / Code', 'UTO', right + 16, 15.4),
    drawField('Passport No. / No. du passeport', shown.documentNumber, right + 36, 15.4, { size: 3.2 }),
    drawField('Surname / Nom', shown.lastName, right, 22.4, { maxWidth: 70 }),
    drawField('Given names / Prénoms', shown.firstName, right, 29.4, { maxWidth: 70 }),
    drawField('Nationality / Nationalité', 'UTOPIAN', right, 36.4),
    drawField('Personal No. / No. personnel', shown.personalNumber, right + 36, 36.4),
    drawField('Date of birth / Date de naissance', printedDate(shown.dateOfBirth), right, 43.4),
    drawField('Sex / Sexe', shown.sex, right + 36, 43.4),
    drawField('Place of birth / Lieu de naissance', shown.placeOfBirth, right + 46, 43.4, { maxWidth: 30 }),
    drawField('Date of issue / Date de délivrance', printedDate(shown.dateOfIssue), right, 50.4),
    drawField('Authority / Autorité', 'SYPHOGRANTS OF AMAUROT', right + 36, 50.4, { maxWidth: 38, size: 2.5 }),
    drawField("Date of expiry / Date d'expiration", printedDate(shown.dateOfExpiry), right, 57.4),
    drawField("Holder's signature / Signature", '', right + 36, 57.4),
    drawSignature(shown.lastName + shown.firstName, right + 40, 62.2, 22),
    drawMrz(passportMrz(holder, wrongCheckDigit), 6.6, 73.6, 6.35),
  ]);
}
