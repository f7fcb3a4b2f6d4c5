/** Whether two views differ in nothing but the figure that is drawn at frame rate. */
export function sameViewButProgress<View extends { readonly progress: number | null }>(a: View, b: View): boolean {
  return isSame({ ...a, progress: null }, { ...b, progress: null });
}

function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}
