/**
 * Readers of what a gateway answered. They check what is used and pass over the rest, since a schema library would
 * outweigh the session itself; the full validators of `@bonafide/contracts` are their test oracle. Each throws a
 * `TypeError` that names the field, never its value.
 */

export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function readFields(value: unknown, name: string): Fields {
  if (!isFields(value)) throw new TypeError(`${name} is not an object`);
  return value;
}

export function readText(value: unknown, name: string): string {
  if (typeof value !== 'string' || value === '') throw new TypeError(`${name} is not a text`);
  return value;
}

export function readCount(value: unknown, name: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0)
    throw new TypeError(`${name} is not a count`);
  return value;
}

export function readFlag(value: unknown, name: string): boolean {
  if (typeof value !== 'boolean') throw new TypeError(`${name} is not a boolean`);
  return value;
}

export function readList<T>(value: unknown, name: string, readItem: (item: unknown, name: string) => T): readonly T[] {
  if (!Array.isArray(value)) throw new TypeError(`${name} is not a list`);
  return value.map((item: unknown, at) => readItem(item, `${name}[${at}]`));
}

export function readOneOf<T extends string>(value: unknown, words: readonly T[], name: string): T {
  const found = words.find((word) => word === value);
  if (found === undefined) throw new TypeError(`${name} is not one of ${words.join(', ')}`);
  return found;
}

/** Absolute; a scheme that runs code is none. */
export function readHttpUrl(value: unknown, name: string): string {
  const url = readText(value, name);
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw new TypeError(`${name} is not an http URL`);
  return url;
}
