import { idCardMrz } from '../data/mrz-lines.ts';
import { printedDate } from '../data/printed-date.ts';
import { drawEmblem, drawSignature, drawSpecimenMark } from '../drawing/draw-marks.ts';
import { CARD, drawField, drawGround, drawMrz, drawPage } from '../drawing/draw-page.ts';
import { drawPortrait } from '../drawing/draw-portrait.ts';
import { drawRosette, drawWaves } from '../drawing/guilloche.ts';
import { setText } from '../drawing/set-text.ts';
import { SANS } from '../typefaces/sans.ts';
import { SANS_SEMIBOLD } from '../typefaces/sans-semibold.ts';
import type { UtopianSpecimen } from '../specimen.ts';

/** The front of an identity card of Utopia: portrait and holder. */
export function drawIdCardFront({ holder, printed, portrait, widthPx = 1200 }: UtopianSpecimen): string {
  const { width, height } = CARD;
  const shown = { ...holder, ...printed };
  return drawPage(CARD, widthPx, [
    drawGround(CARD, ['#e2e6f6', '#eef3f6', '#dff0ea']),
    drawWaves(0, 8, width, height - 8, {
      stroke: '#5360b5',
      opacity: 0.28,
      lines: 38,
      amplitude: 1.9,
      wavelength: 26,
      drift: 0.045,
    }),
    drawWaves(0, 12, width, height - 14, {
      stroke: '#2f9a77',
      opacity: 0.28,
      lines: 24,
      amplitude: 2.8,
      wavelength: 38,
      drift: -0.06,
    }),
    drawRosette(72, 33, 15, { stroke: '#8f4b96', opacity: 0.3, petals: 9, rings: 18 }),
    drawSpecimenMark(55, 32, 8.6, -14),
    `<rect width="${width}" height="8.4" fill="#2b3a86"/>`,
    drawEmblem(6.2, 4.2, 3.1, '#ffffff'),
    setText('UTOPIA', 11.4, 5.6, { face: SANS_SEMIBOLD, size: 3.7, fill: '#ffffff', tracking: 0.5 }),
    setText("IDENTITY CARD  ·  CARTE D'IDENTITÉ", width - 4, 5.3, {
      face: SANS,
      size: 2.2,
      fill: '#ffffff',
      anchor: 'end',
      tracking: 0.12,
    }),
    drawPortrait(portrait, 4, 12, 25.2, 32.4),
    drawField('Surname / Nom', shown.lastName, 32.4, 13.6, { maxWidth: 49, size: 2.8 }),
    drawField('Given names / Prénoms', shown.firstName, 32.4, 20, { maxWidth: 49, size: 2.8 }),
    drawField('Sex / Sexe', shown.sex, 32.4, 26.4, { size: 2.6 }),
    drawField('Nationality', 'UTO', 44, 26.4, { size: 2.6 }),
    drawField('Date of birth / Né(e) le', printedDate(shown.dateOfBirth), 57, 26.4, { size: 2.6, maxWidth: 25 }),
    drawField('Document No. / No. du document', shown.documentNumber, 32.4, 32.8, { size: 2.8 }),
    drawField('Date of expiry / Expire le', printedDate(shown.dateOfExpiry), 57, 32.8, { size: 2.6, maxWidth: 25 }),
    drawField('Signature', '', 32.4, 39.2),
    drawSignature(shown.lastName + shown.firstName, 35, 44.4, 19),
    setText('SPECIMEN', 4, 49.4, { face: SANS_SEMIBOLD, size: 2.5, fill: '#b3132f', tracking: 0.5 }),
    setText('NOT A DOCUMENT OF ANY STATE', width - 4, 49.4, { face: SANS, size: 1.7, fill: '#4a5560', anchor: 'end' }),
  ]);
}

/** The back: address and the machine-readable zone (TD1, ICAO Doc 9303 part 5). */
export function drawIdCardBack({ holder, printed, wrongCheckDigit, widthPx = 1200 }: UtopianSpecimen): string {
  const { width, height } = CARD;
  const shown = { ...holder, ...printed };
  const zoneTop = 34.6;
  return drawPage(CARD, widthPx, [
    drawGround(CARD, ['#dff0ea', '#eef3f6', '#e2e6f6']),
    drawWaves(0, 0, width, zoneTop, {
      stroke: '#2f9a77',
      opacity: 0.3,
      lines: 28,
      amplitude: 2,
      wavelength: 28,
      drift: 0.05,
    }),
    drawWaves(0, 2, width, zoneTop - 4, {
      stroke: '#5360b5',
      opacity: 0.26,
      lines: 18,
      amplitude: 2.8,
      wavelength: 41,
      drift: -0.06,
    }),
    drawRosette(70, 17, 13, { stroke: '#8f4b96', opacity: 0.3, petals: 11, rings: 16 }),
    drawEmblem(70, 17, 6, '#2b3a86', 0.3),
    drawSpecimenMark(46, 19, 9, -10),
    drawField('Place of birth / Lieu de naissance', shown.placeOfBirth, 4, 6, { size: 2.5 }),
    drawField('Personal No. / No. personnel', shown.personalNumber, 38, 6, { size: 2.5 }),
    drawField('Address / Adresse', `${shown.street}, ${shown.postalCode} ${shown.city}`, 4, 13, {
      size: 2.5,
      maxWidth: 54,
    }),
    drawField('Height / Taille', `${shown.heightCm} cm`, 4, 20, { size: 2.5 }),
    drawField('Date of issue / Délivrée le', printedDate(shown.dateOfIssue), 22, 20, { size: 2.5, maxWidth: 30 }),
    drawField('Authority / Autorité', 'SYPHOGRANTS OF AMAUROT', 4, 27, { size: 2.3, maxWidth: 46 }),
    `<rect y="${zoneTop}" width="${width}" height="${height - zoneTop}" fill="#f8f9f8" opacity="0.9"/>`,
    drawMrz(idCardMrz(holder, wrongCheckDigit), 4.7, 39.9, 4.3),
  ]);
}
