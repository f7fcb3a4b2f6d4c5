import type { Aid } from './aids.ts';
import type { AssistPorts } from './assist-ports.ts';
import type { Assistant } from './assistant.ts';
import type { Moment } from './present-assistance.ts';

export interface AssistHost {
  readonly ports: () => Partial<AssistPorts>;
  /** Called when the voice takes over from the live region, or gives it back. */
  readonly onVoice: () => void;
}

/** Loads what speaks, sounds and shakes once an aid wants it, and lets go of it with the element. */
export class AssistController {
  readonly #host: AssistHost;
  #assistant: Assistant | null = null;
  #isLoading = false;
  #isHeard = true;
  #aids: readonly Aid[] = [];
  #moment: Moment | null = null;

  constructor(host: AssistHost) {
    this.#host = host;
  }

  /** Whether what the voice says is heard, so that the live region need not tell it. */
  get isHeard(): boolean {
    return this.#assistant !== null && this.#isHeard;
  }

  tell(moment: Moment, aids: readonly Aid[]): void {
    this.#aids = aids;
    this.#moment = moment;
    const isWanted = aids.some((aid) => aid === 'speech' || aid === 'tones' || aid === 'haptics');
    if (this.#assistant !== null) this.#assistant.tell(moment, aids);
    else if (isWanted && !this.#isLoading) void this.#load();
  }

  /** The person has pressed something. */
  unlock(): void {
    this.#assistant?.unlock();
  }

  stop(): void {
    this.#moment = null;
    this.#assistant?.close();
    this.#assistant = null;
  }

  async #load(): Promise<void> {
    this.#isLoading = true;
    try {
      const { createAssistant } = await import('./assistant.ts');
      // The element is gone, or begins anew.
      if (this.#moment === null) return;
      this.#isHeard = true;
      this.#assistant = createAssistant({
        ports: this.#host.ports(),
        onHeard: (heard) => {
          this.#isHeard = heard;
          this.#host.onVoice();
        },
      });
      this.#assistant.tell(this.#moment, this.#aids);
      // The press that turned it on came before it was loaded.
      if ((navigator as Partial<Navigator>).userActivation?.hasBeenActive !== false) this.#assistant.unlock();
      this.#host.onVoice();
    } catch {
      // The live region tells the same, and everything else works without.
    } finally {
      this.#isLoading = false;
    }
  }
}
