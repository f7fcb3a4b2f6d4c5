/** Whether two byte strings are equal, in a time that depends on `expected`'s length alone. Unequal lengths are unequal. */
export function constantTimeEqual(given: Uint8Array, expected: Uint8Array): boolean {
  let difference = given.length ^ expected.length;
  for (let i = 0; i < expected.length; i += 1) difference |= (given[i] ?? 0) ^ (expected[i] ?? 0);
  return difference === 0;
}
