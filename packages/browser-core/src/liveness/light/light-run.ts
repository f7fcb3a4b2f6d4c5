import { LIGHT_COLOURS, mixColours, RAMP_MS, RISE_MS, STEP_MS, type LightColour, type Rgb } from './light-colours.ts';
import type { LightSequence } from './light-sequence.ts';

/** What the screen is asked to show. */
export interface ShownLight {
  /** `#rrggbb`. */
  readonly colour: string;
  /** How long it takes from the colour before. */
  readonly rampMs: number;
}

/** One change of the screen's colour, on the page's monotonic clock. */
export interface LightChange {
  readonly atMs: number;
  readonly colour: LightColour;
}

/** Where the light of one attempt stands. */
export interface LightState {
  readonly sequence: LightSequence;
  /** Place in the program (neutral, the sequence, neutral); null before it has begun and once it was declined. */
  readonly place: number | null;
  readonly sinceMs: number;
  readonly startedMs: number;
  /** The face went away since the program began. */
  readonly isBroken: boolean;
  /** Nothing waits for it any more: it has been shown, declined or given up. */
  readonly isOver: boolean;
  /** Oldest first. */
  readonly changes: readonly LightChange[];
}

export interface LightMoment {
  readonly nowMs: number;
  readonly hasFace: boolean;
  /** Nothing is left to be put right: the person is where the photo will be taken. */
  readonly isWellPlaced: boolean;
  /** False once the person has declined it. */
  readonly isWanted: boolean;
}

/** From the first colour on: three whole programs, for a face that keeps going away. Then the photo is taken without it. Guess. */
const LONGEST_MS = 21_000;

export function initialLight(sequence: LightSequence): LightState {
  return { sequence, place: null, sinceMs: 0, startedMs: 0, isBroken: false, isOver: false, changes: [] };
}

/**
 * The light after another frame. It begins with a well placed face and then changes no more than once a second, whatever the
 * face does: one that goes away is answered at the next change, by neutral light and a new beginning. It ends on neutral light,
 * for the photo, and stays there.
 */
export function nextLight(state: LightState, { nowMs, hasFace, isWellPlaced, isWanted }: LightMoment): LightState {
  if (!isWanted) return { ...state, place: null, isOver: true, changes: [] };
  if (state.isOver) return state;
  if (state.place === null) {
    if (!isWellPlaced) return state;
    return goTo({ ...state, startedMs: nowMs, isBroken: false }, 0, nowMs);
  }
  const isBroken = state.isBroken || !hasFace;
  const last = state.sequence.length + 1;
  const isLate = nowMs - state.startedMs >= LONGEST_MS;
  if (nowMs - state.sinceMs < durationOf(state)) return { ...state, isBroken };
  if (state.place === last) {
    if (isBroken && !isLate) return goTo({ ...state, isBroken: !hasFace }, 0, nowMs);
    return { ...state, isBroken, isOver: true };
  }
  if (isLate) return goTo({ ...state, isBroken }, last, nowMs);
  if (isBroken) return goTo({ ...state, isBroken: !hasFace }, 0, nowMs);
  return goTo(state, state.place + 1, nowMs);
}

/** Null: the screen stays, or becomes again, what it is by itself. */
export function shownLight(state: LightState): ShownLight | null {
  const colour = colourAt(state);
  if (colour === null) return null;
  const hex = LIGHT_COLOURS[colour].map((value) => value.toString(16).padStart(2, '0')).join('');
  return { colour: `#${hex}`, rampMs: state.changes.length <= 1 ? RISE_MS : RAMP_MS };
}

/** The colour on the screen at a time; null before the first one is fully there. */
export function lightAt(changes: readonly LightChange[], atMs: number): Rgb | null {
  const first = changes[0];
  if (first === undefined || atMs < first.atMs + RISE_MS) return null;
  const at = changes.findLastIndex((change) => change.atMs <= atMs);
  const [now, before] = [changes[at] ?? first, changes[at - 1] ?? first];
  return mixColours(LIGHT_COLOURS[before.colour], LIGHT_COLOURS[now.colour], (atMs - now.atMs) / RAMP_MS);
}

function goTo(state: LightState, place: number, nowMs: number): LightState {
  const moved = { ...state, place, sinceMs: nowMs };
  const colour = colourAt(moved);
  if (colour === null || colour === state.changes.at(-1)?.colour) return moved;
  return { ...moved, changes: [...state.changes, { atMs: nowMs, colour }] };
}

function colourAt({ place, sequence }: LightState): LightColour | null {
  return place === null ? null : (sequence[place - 1] ?? 'neutral');
}

/** How long a place is kept: the last only until it is fully there. */
function durationOf({ place, sequence, changes }: LightState): number {
  if (place === sequence.length + 1) return RAMP_MS;
  return changes.length <= 1 ? RISE_MS + STEP_MS - RAMP_MS : STEP_MS;
}
