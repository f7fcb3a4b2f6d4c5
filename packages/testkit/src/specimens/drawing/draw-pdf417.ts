import { drawingSVG, pdf417 } from 'bwip-js/generic';

/** SVG of a PDF417 of the text that fills the box; at error correction level 4, AAMVA's recommendation is 3 or more. */
export function drawPdf417(text: string, x: number, y: number, width: number, height: number): string {
  // A variable, because the package's types leave out what only some symbologies know.
  const options = {
    bcid: 'pdf417',
    text,
    columns: 13,
    eclevel: 4,
    scale: 1,
    rowmult: 3,
    padding: 0,
    binarytext: true,
  };
  const drawn: string = pdf417<string>(options, drawingSVG());
  const [, symbolWidth = '1', symbolHeight = '1'] = /viewBox="0 0 (\d+) (\d+)"/.exec(drawn) ?? [];
  const bars = /<path d="([^"]+)"/.exec(drawn)?.[1] ?? '';
  const scale = `scale(${(width / Number(symbolWidth)).toFixed(6)} ${(height / Number(symbolHeight)).toFixed(6)})`;
  return `<path transform="translate(${x} ${y}) ${scale}" d="${bars}" fill="#111" fill-rule="evenodd"/>`;
}
