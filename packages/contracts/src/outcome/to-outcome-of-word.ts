import { composeOutcome } from './compose-outcome.ts';
import type { Channel, NativeWords, Outcome, Provider } from './outcome.ts';
import type { WordLayer, WordSystem } from './read-word.ts';
import { saidWord } from './said.ts';

const PROVIDER_OF: Readonly<Record<WordSystem, Provider>> = {
  onekyc: 'onekyc',
  assure: 'assure',
  onfido: 'assure',
  svipe: 'face-oidc',
  iproov: 'face-oidc',
  idnow: 'idnow',
  keyless: 'idnow',
  mosaic: 'mosaic',
};

/** Where in `native` the words of a layer are kept; `status` for those that are not named. */
const FIELD_OF = [
  [/event|callback|step|help|profile|journey/, 'event'],
  [/error|capture-reason/, 'errorCode'],
  [/reason/, 'reasonCode'],
  [/route/, 'route'],
  [/sub-result/, 'subResult'],
  [/recommendation/, 'recommendation'],
  [/outcome/, 'outcome'],
  [/result|check|claim|approved/, 'result'],
] as const;

/** One word, and by which way it came. */
export interface NativeWord<System extends WordSystem> {
  readonly system: System;
  readonly layer: WordLayer<System>;
  readonly word: string;
  /** `api`, `callback` and `token` only for what a server said to a server, or signed, and that was verified. */
  readonly channel: Channel;
}

/** The outcome of a single word, for example of an SDK's event. Prefer the functions for whole bodies, which see the companions. */
export function toOutcomeOfWord<System extends WordSystem>(native: NativeWord<System>): Outcome {
  const { system, layer, word, channel } = native;
  const provider = PROVIDER_OF[system];
  const field = FIELD_OF.find(([pattern]) => pattern.test(layer))?.[1] ?? 'status';
  return composeOutcome({
    native: { provider, product: system === provider ? null : system, channel, [field]: word } as NativeWords,
    raw: word,
    authoritative: isServerSaid(channel),
    said: [saidWord(system, layer, word)],
  });
}

/** Whether a channel runs past the browser. */
export function isServerSaid(channel: Channel): boolean {
  return channel === 'api' || channel === 'callback' || channel === 'token';
}
