/**
 * Values that become headers: a line break would be refused by the platform in words that quote the value, and spaces at
 * the ends would be lost on the way, so that the gateway knows another value than the caller.
 */
export function requireText(value: unknown, name: string): asserts value is string {
  if (!isHeaderText(value))
    throw new TypeError(`${name} must be a text of printable ASCII, neither empty nor with spaces at its ends`);
}

/** Whether a value arrives as it is when it is sent in a header. */
export function isHeaderText(value: unknown): value is string {
  return typeof value === 'string' && /^[!-~](?:[ -~]*[!-~])?$/.test(value);
}

/** What a header may be called (RFC 9110 §5.6.2, a token). */
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/**
 * Lower-cased, so that a header of the caller cannot stand beside one of the contract.
 * @throws {TypeError} for one that cannot be sent, without quoting its value
 */
export function callerHeaders(headers: Readonly<Record<string, string>> | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers ?? {}).map(([name, value]) => {
      if (!HEADER_NAME.test(name)) throw new TypeError('headers has a name that no header may have');
      requireText(value, `headers['${name}']`);
      return [name.toLowerCase(), value];
    }),
  );
}
