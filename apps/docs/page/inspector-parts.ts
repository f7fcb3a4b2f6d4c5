import { byId } from './by-id.ts';
import type { createMeasureTable } from './measure-table.ts';

/** One value beside its line, of a face or of a document. */
export interface InspectedCheck {
  readonly code: string;
  readonly threshold: string;
  readonly value: number;
  readonly line: number;
  readonly fails: 'over' | 'under';
  readonly failed: boolean;
}

/** Draws each value with its line in the middle of its bar. @param lines Unit and provenance of each threshold. */
export function drawChecks(
  table: ReturnType<typeof createMeasureTable>,
  checks: readonly InspectedCheck[],
  lines: Readonly<Record<string, { readonly unit: string; readonly provenance: string }>>,
): void {
  for (const { code, threshold, value, line, fails, failed } of checks) {
    const { unit = '', provenance = 'guess' } = lines[threshold] ?? {};
    table.set(`${threshold} ${code}`, {
      title: threshold.replace('Enter', ' ').trim(),
      now: value,
      share: value / line / 2,
      cells: [`${fails === 'over' ? '≤' : '≥'} ${toFigure(line)} ${unit}`, code],
      provenance,
      failed,
    });
  }
}

function toFigure(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

export function say(id: string, text: string): void {
  byId(id, HTMLElement).textContent = text;
}

/** The button that stops the figures while somebody reads them. */
export function openFreeze(): { readonly isFrozen: boolean } {
  const freeze = byId('freeze', HTMLButtonElement);
  freeze.addEventListener('click', () => {
    const isFrozen = freeze.ariaPressed === 'true';
    freeze.ariaPressed = String(!isFrozen);
    freeze.textContent = isFrozen ? 'Freeze' : 'Go on';
  });
  return {
    get isFrozen() {
      return freeze.ariaPressed === 'true';
    },
  };
}

/** Begins with the sample, and anew with each camera that is chosen; what was there before hears its signal. */
export function withEachCamera(begin: (camera: string, signal: AbortSignal) => Promise<void>): void {
  let running = new AbortController();
  const next = (camera: string): void => {
    running.abort();
    running = new AbortController();
    void begin(camera, running.signal);
  };
  for (const input of document.querySelectorAll<HTMLInputElement>('input[name="camera"]')) {
    input.addEventListener('change', () => next(input.value));
  }
  next('sample');
}
