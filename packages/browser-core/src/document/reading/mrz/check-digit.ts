const WEIGHTS = [7, 3, 1];

/** What a character counts in a check digit: digits themselves, A–Z 10–35, filler 0; null for anything else. */
export function checkValue(character: string): number | null {
  if (character === '<') return 0;
  if (/^[0-9]$/.test(character)) return Number(character);
  return /^[A-Z]$/.test(character) ? character.charCodeAt(0) - 55 : null;
}

/** Weight of the character at this place. */
export function checkWeight(index: number): number {
  return WEIGHTS[index % 3] ?? 0;
}

/** ICAO's check digit of a text of `A`–`Z`, `0`–`9` and `<`. Throws `TypeError` on any other character. */
export function checkDigit(text: string): string {
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) {
    const value = checkValue(text.charAt(i));
    if (value === null) throw new TypeError('a machine-readable zone holds A–Z, 0–9 and < only');
    sum += value * checkWeight(i);
  }
  return String(sum % 10);
}
