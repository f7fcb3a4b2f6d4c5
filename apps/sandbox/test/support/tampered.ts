/** A secret of which one letter is another: not one of the last, of which some spell the same bytes. */
export const tampered = (secret: string): string =>
  secret.slice(0, -5) + (secret.at(-5) === 'A' ? 'B' : 'A') + secret.slice(-4);
