import type { DocumentType, IdentitySnapshot } from '@bonafide/browser-core/identity';
import type { DocumentIcon } from '../document-capture/views/document-icons.ts';
import { formatPlural } from '../messages/format-message.ts';
import type { ResolvedIdentityMessages } from '../messages/identity-texts.ts';
import { countriesOf, namedCountries, searchCountries, typesOf } from './country-choice.ts';
import type { CountryGroup, CountryOption, IdentitySelectView } from './identity-view-model.ts';
import type { IdentityViewOptions } from './identity-view-options.ts';

const ICONS: Readonly<Record<DocumentType, DocumentIcon>> = {
  passport: 'passport',
  identityCard: 'card',
  driversLicense: 'wheel',
  residencePermit: 'card',
  ktp: 'card',
};

/** A list longer than this gets a field to narrow it. Guess: what a phone shows without scrolling much. */
const LONG_LIST = 20;

/** The choice of country and type of document. */
export function presentSelect(
  { choices }: IdentitySnapshot,
  options: IdentityViewOptions,
  messages: ResolvedIdentityMessages,
): IdentitySelectView {
  const types = typesOf(choices, options.choice.country);
  return {
    country: presentCountry(choices, options, messages),
    typeLabel: messages.select.type,
    types: types.map((type) => ({ type, icon: ICONS[type], ...messages.documents[type] })),
    selectedType: selectedType(types, options.choice.documentType),
  };
}

/** What stays chosen when another country takes some types away. */
export function selectedType(types: readonly DocumentType[], chosen: DocumentType | null): DocumentType | null {
  if (chosen !== null && types.includes(chosen)) return chosen;
  return types.length === 1 ? (types[0] ?? null) : null;
}

function presentCountry(
  choices: IdentitySnapshot['choices'],
  { choice, search, likelyCountry }: IdentityViewOptions,
  messages: ResolvedIdentityMessages,
): IdentitySelectView['country'] {
  const codes = countriesOf(choices);
  if (codes.length < 2) return null;
  const all = namedCountries(codes, messages.lang);
  const found = searchCountries(all, search);
  const isLong = codes.length > LONG_LIST;
  const { select } = messages;
  return {
    label: select.country,
    hint: select.countryHint,
    search: isLong ? select.countrySearch : null,
    found: search.trim() === '' ? null : formatPlural(messages.lang, select.found, found.length),
    groups: groupsOf(found, isLong && search.trim() === '' ? likelyCountry : undefined, select),
    selected: choice.country,
  };
}

function groupsOf(
  countries: readonly CountryOption[],
  likely: string | undefined,
  { suggested, allCountries }: ResolvedIdentityMessages['select'],
): readonly CountryGroup[] {
  const first = countries.filter(({ code }) => code === likely);
  const everyOne: CountryGroup = { label: allCountries, options: countries };
  return first.length === 0 ? [everyOne] : [{ label: suggested, options: first }, everyOne];
}
