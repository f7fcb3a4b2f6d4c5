/** One line of the inspector. */
export interface Measure {
  readonly title: string;
  readonly now: number;
  /** 0–1 along the bar. */
  readonly share: number;
  /** What stands between the bar and the provenance. */
  readonly cells: readonly string[];
  readonly provenance: string;
  readonly failed: boolean;
}

/** A table whose rows appear once and then only change their figures, so that nothing jumps. */
export function createMeasureTable(body: HTMLElement): { set(key: string, measure: Measure): void } {
  const rows = new Map<string, (measure: Measure) => void>();
  return {
    set(key, measure) {
      const known = rows.get(key);
      if (known !== undefined) return known(measure);
      const made = makeRow(body, measure);
      rows.set(key, made);
      made(measure);
    },
  };
}

function makeRow(body: HTMLElement, { title, cells, provenance }: Measure): (measure: Measure) => void {
  const row = document.createElement('tr');
  const add = (name: 'th' | 'td', ...content: readonly (Node | string)[]): HTMLElement => {
    const cell = document.createElement(name);
    cell.append(...content);
    row.append(cell);
    return cell;
  };
  const head = add('th', title);
  head.setAttribute('scope', 'row');
  const now = add('td');
  now.className = 'now';
  const bar = document.createElement('progress');
  bar.ariaHidden = 'true';
  bar.max = 1;
  add('td', bar).className = 'bar-cell';
  const rest = cells.map((cell) => add('td', cell));
  const badge = document.createElement('span');
  badge.className = `badge ${provenance}`;
  badge.textContent = provenance;
  add('td', badge);
  body.append(row);
  return (measure) => {
    now.textContent = measure.now.toFixed(3);
    bar.value = Math.min(1, Math.max(0, measure.share));
    row.dataset['failed'] = String(measure.failed);
    for (const [index, cell] of rest.entries()) cell.textContent = measure.cells[index] ?? '';
  };
}
