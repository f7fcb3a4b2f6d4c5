/** What is shown, as far as it is told without the eyes. */
export interface Moment {
  readonly screen: string;
  /** BCP 47 tag of the texts. */
  readonly lang: string;
  /** The hint, or the heading with its sentence. Empty: somebody else tells of this screen. */
  readonly text: string;
  /** The hint over a camera's picture. */
  readonly hint: {
    readonly code: string;
    /** How near it is to a photo: the registry's priorities go that way. */
    readonly rank: number;
    /** Nothing is to be done about it. */
    readonly good: boolean;
  } | null;
  readonly outcome: 'done' | 'problem' | null;
}

export type Tone = 'closer' | 'ready' | 'captured' | 'problem';

export interface Speech {
  readonly text: string;
  readonly lang: string;
  /** Cuts off what is being said: it is of no more use. */
  readonly urgent: boolean;
  /** Is said again after a while: the person cannot look whether it still holds. */
  readonly repeats: boolean;
}

export interface Assistance {
  readonly speak: Speech | null;
  readonly tone: Tone | null;
  /** Never on the way to a photo, which a shaking device would blur. */
  readonly haptic: Exclude<Tone, 'closer'> | null;
}

const NOTHING: Assistance = { speak: null, tone: null, haptic: null };

/** What a person is told of the step from one moment to the next. Pure: who speaks, sounds and shakes is somebody else. */
export function presentAssistance(now: Moment, before: Moment | null): Assistance {
  if (now.text === '') return NOTHING;
  const isOther = before === null || now.screen !== before.screen;
  const isNews = isOther || now.text !== before.text || now.lang !== before.lang;
  const repeats = now.hint !== null && !now.hint.good;
  const speak = isNews ? { text: now.text, lang: now.lang, urgent: isOther, repeats } : null;
  const tone = isOther ? toneOfScreen(now) : toneOfHint(now.hint, before.hint);
  return { speak, tone, haptic: tone === 'closer' ? null : tone };
}

function toneOfScreen({ outcome }: Moment): Assistance['tone'] {
  if (outcome === null) return null;
  return outcome === 'done' ? 'captured' : 'problem';
}

function toneOfHint(now: Moment['hint'], before: Moment['hint']): Assistance['tone'] {
  if (now === null || before === null || now.code === before.code) return null;
  if (now.good) return before.good ? null : 'ready';
  return now.rank > before.rank ? 'closer' : null;
}
