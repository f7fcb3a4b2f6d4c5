/**
 * A path with its names filled in, each as one segment whatever it is.
 * @throws {TypeError} for what cannot be a segment
 */
export function fillPath(path: string, names: Readonly<Record<string, string>>): string {
  return path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = names[name];
    // '.' and '..' cannot be encoded: an address drops them, and the segment before.
    if (typeof value !== 'string' || value === '' || value === '.' || value === '..')
      throw new TypeError(`${name} must be a name that the gateway gave`);
    return encodeURIComponent(value);
  });
}
