/** The stroke's dash for a progress of 0–1: presentation attributes, since a strict policy forbids style attributes. */
export function ringDash(progress: number | null): string {
  return `${Math.round((progress ?? 0) * 1000) / 10} 100`;
}

/** Draws progress straight into an outline's line: it changes with every frame and needs no rendering. */
export function drawProgress(root: ParentNode, progress: number | null): void {
  root.querySelector('.ring-value')?.setAttribute('stroke-dasharray', ringDash(progress));
}
