import type { Depiction, DocumentType, IdentityPhase, IdentitySnapshot } from '@bonafide/browser-core/identity';
import { countriesOf, namedCountries, searchCountries, typesOf } from './country-choice.ts';
import type { IdentityQuestion } from './identity-view-model.ts';
import type { IdentityViewOptions } from './identity-view-options.ts';
import { selectedType } from './present-select.ts';

/** What the person has done on the present screens that the session was not told, and does not have to know. */
export type ScreenState = Pick<IdentityViewOptions, 'choice' | 'search' | 'sending' | 'copied' | 'confirming'>;

const NOTHING: ScreenState = {
  choice: { documentType: null, country: '' },
  search: '',
  sending: {},
  copied: false,
  confirming: null,
};

/** Remembers it for as long as it matters; `onChange` says that something else is to be shown. */
export class ScreenMemory {
  readonly #onChange: () => void;
  #state = NOTHING;

  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  get state(): ScreenState {
    return this.#state;
  }

  clear(): void {
    this.#change(NOTHING);
  }

  /** A new phase answers what was asked in the one before it. */
  enter(phase: IdentityPhase): void {
    this.#change({ copied: false, confirming: null, ...(phase === 'submitting' ? { sending: {} } : {}) });
  }

  confirm(confirming: IdentityQuestion | null): void {
    this.#change({ confirming });
  }

  copy(copied: boolean): void {
    this.#change({ copied });
  }

  send(depiction: Depiction, progress: number): void {
    this.#change({ sending: { ...this.#state.sending, [depiction]: progress } });
  }

  chooseType(documentType: DocumentType): void {
    this.#change({ choice: { ...this.#state.choice, documentType } });
  }

  chooseCountry(country: string): void {
    this.#change({ choice: { ...this.#state.choice, country } });
  }

  /** The only country that is left is the one that is meant. */
  searchFor(search: string, choices: IdentitySnapshot['choices'], lang: string): void {
    this.#change({ search });
    const [only, ...others] = searchCountries(namedCountries(countriesOf(choices), lang), search);
    if (only !== undefined && others.length === 0) this.chooseCountry(only.code);
  }

  /** The document that is chosen; null while the type is missing. What leaves no choice needs none. */
  selection(choices: IdentitySnapshot['choices']): { documentType: DocumentType; country: string | null } | null {
    const { choice } = this.#state;
    const countries = countriesOf(choices);
    const country = countries.length === 1 ? (countries[0] ?? '') : choice.country;
    const documentType = selectedType(typesOf(choices, country), choice.documentType);
    return documentType === null ? null : { documentType, country: country === '' ? null : country };
  }

  #change(change: Partial<ScreenState>): void {
    this.#state = { ...this.#state, ...change };
    this.#onChange();
  }
}
