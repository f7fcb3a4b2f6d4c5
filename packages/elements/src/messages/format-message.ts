import type { PluralMessage } from './messages.ts';

/** Fills `{name}` in a text. A name without a value stays as it is, so that a mistake can be seen. */
export function formatMessage(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** Picks the language's plural form of a text and fills in `{count}`. */
export function formatPlural(lang: string, forms: PluralMessage, count: number): string {
  const text = forms[new Intl.PluralRules(lang).select(count)] ?? forms.other;
  return formatMessage(text, { count: new Intl.NumberFormat(lang).format(count) });
}

/** One sentence after the other. Chinese has no space after its full stop. */
export function joinSentences(sentences: readonly string[]): string {
  return sentences.join(' ').replaceAll('。 ', '。');
}

/** A ratio 0–1 as a whole percentage in the language's own digits and sign. */
export function formatPercent(lang: string, ratio: number): string {
  return new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 0 }).format(ratio);
}
