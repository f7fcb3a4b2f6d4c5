import type { Voice } from './assist-ports.ts';
import type { Speech } from './present-assistance.ts';

/** A direction that still holds is said again after so long (guess): sooner it would nag, later nobody knows whether it does. */
const REPEAT_MS = 6000;
/** What is being said is let finish, but for no longer than a long hint takes (guess): not every voice tells of its end. */
const PATIENCE_MS = 5000;

export interface SpeakerOptions {
  readonly voice: Voice;
  readonly setTimer: (run: () => void, delayMs: number) => () => void;
  /** Whether what is said is heard; called when that changes. */
  readonly onHeard: (heard: boolean) => void;
}

/** Says one thing after the other: a hint lets the one before finish, the newest takes the place of those that wait. */
export interface Speaker {
  say(speech: Speech): void;
  /** The person has pressed something: a voice that was not let speak before may be now. */
  unlock(): void;
  stop(): void;
}

export function createSpeaker({ voice, setTimer, onHeard }: SpeakerOptions): Speaker {
  let current: Speech | null = null;
  let waiting: Speech | null = null;
  let isTalking = false;
  let isMute = false;
  let turn = 0;
  let cancelTimer: () => void = () => undefined;

  const after = (delayMs: number, run: () => void): void => {
    cancelTimer();
    cancelTimer = setTimer(run, delayMs);
  };

  const begin = (speech: Speech): void => {
    turn += 1;
    const mine = turn;
    current = speech;
    waiting = null;
    isTalking = true;
    const end = (): void => {
      if (mine !== turn || !isTalking) return;
      isTalking = false;
      cancelTimer();
      if (waiting !== null) begin(waiting);
      else if (speech.repeats) after(REPEAT_MS, () => begin(speech));
    };
    after(PATIENCE_MS, end);
    voice.speak(speech.text, speech.lang, {
      onEnd: () => {
        if (isMute) onHeard(true);
        isMute = false;
        end();
      },
      onFail: () => {
        if (mine !== turn) return;
        if (!isMute) onHeard(false);
        isMute = true;
        isTalking = false;
        cancelTimer();
      },
    });
  };

  return {
    say(speech) {
      if (isTalking && !speech.urgent) waiting = speech.text === current?.text ? null : speech;
      else begin(speech);
    },
    unlock() {
      if (isMute && current !== null) begin(waiting ?? current);
    },
    stop() {
      turn += 1;
      current = null;
      waiting = null;
      isTalking = false;
      cancelTimer();
      voice.stop();
    },
  };
}
