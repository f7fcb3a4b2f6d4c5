import { html, type TemplateResult } from 'lit';
import { encode } from 'uqr';

/** A QR code as one path of an SVG: modules in runs, with the quiet zone of four that scanners need. */
export function qrView(text: string, label: string): TemplateResult {
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  return html`<svg
    class="qr"
    part="qr"
    role="img"
    aria-label=${label}
    viewBox="0 0 ${size} ${size}"
    shape-rendering="crispEdges"
  >
    <path d=${qrPath(data)} />
  </svg>`;
}

export function qrPath(rows: readonly (readonly boolean[])[]): string {
  return rows.map((row, y) => rowPath(row, y)).join('');
}

function rowPath(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x += 1) {
    if (row[x] !== true) continue;
    const start = x;
    while (row[x + 1] === true) x += 1;
    path += `M${start} ${y}h${x - start + 1}v1h${start - x - 1}z`;
  }
  return path;
}
