import type { IdentitySession, IdentitySnapshot } from '@bonafide/browser-core/identity';
import { copyText } from '../shell/copy-text.ts';
import { IdVerificationEvent } from './id-verification-events.ts';
import type { IdVerification } from './id-verification.ts';
import type { IdentityActionId } from './identity-view-model.ts';
import { ScreenMemory } from './screen-memory.ts';
import type { SelectHandlers } from './views/select-view.ts';

/** As much of the journey as its screens work on. */
export interface ControlledJourney {
  readonly session: Pick<IdentitySession, 'keep' | 'select'> | null;
  readonly snapshot: IdentitySnapshot;
}

/** What the buttons and fields of the screens do: to the element where a page can do the same, else to the session. */
export class ScreenControls {
  readonly memory: ScreenMemory;
  readonly #element: IdVerification;
  readonly #journey: ControlledJourney;

  constructor(element: IdVerification, journey: ControlledJourney) {
    this.#element = element;
    this.#journey = journey;
    this.memory = new ScreenMemory(() => element.requestUpdate());
  }

  /** Those of the choice of a document; `lang` is that of the names of countries. */
  selectHandlers(lang: string): SelectHandlers {
    return {
      onCountry: (country) => this.memory.chooseCountry(country),
      onType: (documentType) => this.memory.chooseType(documentType),
      onSearch: (query) => this.memory.searchFor(query, this.#journey.snapshot.choices, lang),
    };
  }

  act(id: IdentityActionId): void {
    const element = this.#element;
    switch (id) {
      case 'start':
        return element.start();
      case 'accept':
        return element.acceptConsent();
      case 'decline':
        return element.declineConsent();
      case 'select':
        return this.#select();
      case 'next':
        return element.next();
      case 'back':
        this.memory.confirm(null);
        return element.back();
      case 'keep':
        return this.#journey.session?.keep();
      case 'retake-front':
        return element.retake('front');
      case 'retake-back':
        return element.retake('back');
      case 'retry':
        return element.retry();
      case 'start-over':
        element.reset();
        return element.start();
      case 'hand-over':
        this.memory.confirm(null);
        return element.handOver();
      case 'confirm-phone':
        return element.confirmPhone();
      case 'copy-link':
        return void this.#copyLink();
      case 'help':
        element.dispatchEvent(
          new IdVerificationEvent('idv-help', { code: this.#journey.snapshot.failure?.code ?? null }),
        );
        return element.cancel('help');
      case 'ask-cancel':
        return this.memory.confirm('stop');
      case 'ask-new-link':
        return this.memory.confirm('new-link');
      case 'ask-back':
        return this.memory.confirm('back');
      case 'go-on':
        return this.memory.confirm(null);
      case 'cancel':
        return element.cancel();
      case 'assist':
      case 'assist-voice':
        return element.toggleAssist(id);
      case 'close':
        element.dispatchEvent(new IdVerificationEvent('idv-close', { outcome: element.outcome }));
    }
  }

  #select(): void {
    const fields = this.#element.renderRoot;
    const missing = fields.querySelector<HTMLInputElement | HTMLSelectElement>(':is(input, select):invalid');
    const selection = this.memory.selection(this.#journey.snapshot.choices);
    if (missing !== null) missing.reportValidity();
    else if (selection !== null) this.#journey.session?.select(selection);
  }

  async #copyLink(): Promise<void> {
    const url = this.#journey.snapshot.handover?.url ?? null;
    if (url === null) return;
    this.memory.copy(await copyText(url));
  }
}
