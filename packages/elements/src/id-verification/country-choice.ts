import type { DocumentType, IdentitySnapshot } from '@bonafide/browser-core/identity';
import { ALL_COUNTRIES, toAlpha2, toAlpha3 } from './country-codes.ts';
import type { CountryOption } from './identity-view-model.ts';

/** Names that no language of `Intl` knows. */
const SPECIMEN_COUNTRIES: Readonly<Record<string, string>> = { UTO: 'Utopia' };

/** Countries by their names in a language, in its order. */
export function namedCountries(codes: readonly string[], lang: string): readonly CountryOption[] {
  const names = new Intl.DisplayNames(lang, { type: 'region', fallback: 'code' });
  const nameOf = (code: string): string => {
    const alpha2 = toAlpha2(code);
    return SPECIMEN_COUNTRIES[code] ?? (alpha2 === undefined ? code : (names.of(alpha2) ?? code));
  };
  const { compare } = new Intl.Collator(lang);
  return codes.map((code) => ({ code, name: nameOf(code) })).sort((a, b) => compare(a.name, b.name));
}

/** Those whose name has the words in it, whatever their case and accents. */
export function searchCountries(countries: readonly CountryOption[], query: string): readonly CountryOption[] {
  const wanted = fold(query.trim());
  return wanted === ''
    ? countries
    : countries.filter(({ name, code }) => fold(name).includes(wanted) || fold(code) === wanted);
}

function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase();
}

/** Every issuing country that a choice of documents allows; all where one of them may be of any country. */
export function countriesOf(choices: IdentitySnapshot['choices']): readonly string[] {
  if (choices.some(({ countries }) => countries === null)) return ALL_COUNTRIES;
  return [...new Set(choices.flatMap(({ countries }) => countries ?? []))];
}

/** The types of document that a country issues and the gateway takes; all of them before a country is chosen. */
export function typesOf(choices: IdentitySnapshot['choices'], country: string): readonly DocumentType[] {
  return choices
    .filter(({ countries }) => country === '' || countries === null || countries.includes(country))
    .map(({ documentType }) => documentType);
}

/** The country that a language is of, where it says so: `id-ID`, or `id` by likelihood. */
export function countryOfLanguage(lang: string): string | undefined {
  const { region } = new Intl.Locale(lang).maximize();
  return region === undefined ? undefined : toAlpha3(region);
}
