/** A number option, 0 or more. Throws `TypeError` otherwise. */
export function readAmount(value: number | undefined, fallback: number, name: string): number {
  if (value === undefined) return fallback;
  if (!Number.isFinite(value) || value < 0) throw new TypeError(`${name} must be a number, 0 or more`);
  return value;
}
