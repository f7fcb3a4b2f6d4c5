/** The previous object when the next one shows the same: its fields are compared one by one, arrays by their items. */
export function keepSame<T extends object>(previous: T | null, next: T): T {
  if (previous === null) return next;
  const keys = Object.keys(next) as (keyof T)[];
  return keys.every((key) => isSame(previous[key], next[key])) ? previous : next;
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((item, at) => isSame(item, b[at]));
  return isPlain(a) && isPlain(b) && keepSame(a, b) === a;
}

/** Streams and pictures are the same only when they are the same object. */
function isPlain(value: unknown): value is object {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
