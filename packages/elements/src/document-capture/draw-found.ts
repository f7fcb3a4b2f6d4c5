import type { DocumentMeasurement } from '@bonafide/browser-core/identity';

/** What of a measurement is drawn. */
export type FoundOutline = Pick<DocumentMeasurement, 'width' | 'height'> & {
  readonly document: Pick<NonNullable<DocumentMeasurement['document']>, 'quad'> | null;
};

/** Draws the outline that was found straight into the overlay: it changes with every frame and needs no rendering. */
export function drawFound(root: ParentNode, { width, height, document }: FoundOutline): void {
  const stage = root.querySelector('.stage');
  const overlay = stage?.querySelector('.found');
  if (stage == null || overlay == null) return;
  stage.toggleAttribute('data-found', document !== null);
  if (document === null) return;
  overlay.setAttribute('viewBox', `0 0 ${width} ${height}`);
  const points = document.quad.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  overlay.firstElementChild?.setAttribute('points', points);
}
