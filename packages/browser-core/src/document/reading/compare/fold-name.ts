/** Letters that are spelt with more than themselves, or that taking marks away does not make plain. */
const SPELLINGS: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Œ: 'OE',
  Ø: 'OE',
  Đ: 'D',
  Ð: 'D',
  Ł: 'L',
  Þ: 'TH',
  ẞ: 'SS',
  ı: 'I',
};

/**
 * A name in the plainest form that every spelling of it has in common. ICAO Doc 9303 part 3, section 6, lets a state write
 * `Ü` as UE, UXX or U, `Ñ` as N or NXX, and so on; which one a zone uses cannot be known from the print. Apostrophes
 * vanish, everything else that parts names is one space.
 */
export function foldName(name: string): string {
  const spelt = Array.from(
    name.normalize('NFC').replaceAll('ß', 'ẞ').toUpperCase(),
    (letter) => SPELLINGS[letter] ?? letter,
  );
  return spelt
    .join('')
    .normalize('NFD')
    .replaceAll(/[\p{M}'’`.]/gu, '')
    .replaceAll(/[^A-Z0-9]+/g, ' ')
    .replaceAll(/([NU])XX/g, '$1')
    .replaceAll(/([AOU])E/g, '$1')
    .replaceAll('AA', 'A')
    .replaceAll('SS', 'S')
    .trim();
}

/** Whether a machine-readable name is what is written, or its beginning where the field was too short for all of it. */
export function isSameName(machine: string, written: string, mayBeCut: boolean): boolean {
  const [short, whole] = [foldName(machine), foldName(written)];
  return (
    short === whole || (mayBeCut && short !== '' && whole.replaceAll(' ', '').startsWith(short.replaceAll(' ', '')))
  );
}
