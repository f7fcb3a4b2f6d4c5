/**
 * Visits the cells of a columns × rows grid whose centres lie inside a polygon (`x, y` interleaved, even-odd rule),
 * row by row, taking every `step`-th row and column.
 */
export function visitInside(
  polygon: Float32Array,
  columns: number,
  rows: number,
  step: number,
  visit: (x: number, y: number) => void,
): void {
  const crossings: number[] = [];
  for (let y = 0; y < rows; y += step) {
    crossings.length = 0;
    for (let i = 0, j = polygon.length - 2; i < polygon.length; j = i, i += 2) {
      const [ax, ay] = [polygon[j] ?? 0, polygon[j + 1] ?? 0];
      const [bx, by] = [polygon[i] ?? 0, polygon[i + 1] ?? 0];
      if (ay > y + 0.5 !== by > y + 0.5) crossings.push(ax + ((y + 0.5 - ay) / (by - ay)) * (bx - ax));
    }
    crossings.sort((a, b) => a - b);
    for (let pair = 0; pair + 1 < crossings.length; pair += 2) {
      const from = Math.max(0, Math.ceil((crossings[pair] ?? 0) - 0.5));
      const to = Math.min(columns - 1, Math.floor((crossings[pair + 1] ?? 0) - 0.5));
      for (let x = Math.ceil(from / step) * step; x <= to; x += step) visit(x, y);
    }
  }
}
