import { seededRandom } from '../../seeded-random.ts';
import { SANS_SEMIBOLD } from '../typefaces/sans-semibold.ts';
import { setText } from './set-text.ts';

/** The word that makes plain what this is: large and pale across the print, under the text that is read. */
export function drawSpecimenMark(
  centreX: number,
  centreY: number,
  size: number,
  turnDegrees: number,
  { word = 'SPECIMEN', fill = '#c4173a', opacity = 0.2 }: { word?: string; fill?: string; opacity?: number } = {},
): string {
  const text = setText(word, 0, size * 0.36, {
    face: SANS_SEMIBOLD,
    size,
    fill,
    anchor: 'middle',
    tracking: size * 0.1,
  });
  return `<g opacity="${opacity}" transform="translate(${centreX} ${centreY}) rotate(${turnDegrees})">${text}</g>`;
}

/** Utopia's emblem: the crescent of More's island in its sea under a sun. Ours alone. */
export function drawEmblem(centreX: number, centreY: number, radius: number, fill: string, opacity = 1): string {
  const rays = Array.from({ length: 24 }, (_, ray) => {
    const angle = (ray / 24) * 2 * Math.PI;
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const far = ray % 2 === 0 ? 1 : 0.92;
    return `M${(0.78 * cos).toFixed(3)} ${(0.78 * sin).toFixed(3)}L${(far * cos).toFixed(3)} ${(far * sin).toFixed(3)}`;
  });
  const waves = [0.24, 0.38, 0.52].map((y) => {
    const reach = Math.sqrt(0.66 ** 2 - y ** 2) * 0.9;
    return `M${-reach} ${y}q${reach / 4} -0.09 ${reach / 2} 0t${reach / 2} 0t${reach / 2} 0t${reach / 2} 0`;
  });
  return (
    `<g transform="translate(${centreX} ${centreY}) scale(${radius})" opacity="${opacity}" stroke="${fill}" fill="none" stroke-width="0.05">` +
    `<circle r="0.7"/><path d="${rays.join('')}" stroke-width="0.07"/><path d="${waves.join('')}"/>` +
    `<path d="M-0.36 0.12A0.38 0.38 0 1 1 0.36 0.12A0.3 0.24 0 1 0 -0.36 0.12Z" fill="${fill}" stroke="none"/></g>`
  );
}

/** A scrawl in place of a signature, the same for the same name. */
export function drawSignature(name: string, x: number, y: number, width: number, ink = '#23306b'): string {
  const random = seededRandom(
    Array.from(name).reduce((sum, letter) => Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0), 7),
  );
  const strokes = 9;
  const step = width / strokes;
  let path = `M${x.toFixed(2)} ${y.toFixed(2)}`;
  for (let stroke = 0; stroke < strokes; stroke += 1) {
    const rise = step * (0.5 + random() * (stroke % 4 === 0 ? 2.2 : 1.1));
    const end = x + (stroke + 1) * step;
    path += `c${(step * (0.5 + random())).toFixed(2)} ${(-rise).toFixed(2)} ${(-step * 0.4 * random()).toFixed(2)} ${(rise * 0.9).toFixed(2)} ${step.toFixed(2)} ${((random() - 0.5) * 0.6).toFixed(2)}`;
    if (stroke === strokes - 1) path += `q${-width * 0.3} 1.3 ${-width * 0.62} 0.9M${end} ${y}`;
  }
  return `<path d="${path}" fill="none" stroke="${ink}" stroke-width="0.24" stroke-linecap="round"/>`;
}
