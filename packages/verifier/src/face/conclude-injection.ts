/**
 * How much it looks as if a picture had come from no camera, 0–1: what the server sees itself, raised by what the browser reports against
 * itself. Injection shows over time and in the page, so the browser may know more; a claim that all is well is worth nothing.
 */
export function concludeInjection(seen: number, claimed: number | null): number {
  const against = claimed === null || Number.isNaN(claimed) ? 0 : Math.min(1, claimed);
  return Math.max(seen, against);
}
