import { pageTimers } from '../page-timers.ts';
import type { Aid } from './aids.ts';
import type { AssistPorts } from './assist-ports.ts';
import { createBrowserHaptics, createBrowserTones } from './browser-tones.ts';
import { createBrowserVoice } from './browser-voice.ts';
import { presentAssistance, type Moment } from './present-assistance.ts';
import { createSpeaker } from './speaker.ts';

export interface AssistantOptions {
  readonly ports: Partial<AssistPorts>;
  /** Whether what is said is heard; called when that changes. */
  readonly onHeard: (heard: boolean) => void;
}

/** Tells a person of each moment by the aids that are on. */
export interface Assistant {
  tell(moment: Moment, aids: readonly Aid[]): void;
  /** Called with every press of the person. */
  unlock(): void;
  close(): void;
}

/** Loaded late: most people need none of it. */
export function createAssistant({ ports, onHeard }: AssistantOptions): Assistant {
  const { voice = createBrowserVoice(), tones = createBrowserTones(), haptics = createBrowserHaptics() } = ports;
  const speaker = createSpeaker({ voice, setTimer: (run, delayMs) => pageTimers.setTimer(run, delayMs), onHeard });
  let before: Moment | null = null;
  let spoke = false;
  let sounds = false;

  return {
    tell(moment, aids) {
      const speaks = aids.includes('speech');
      // Turned on in the middle of a screen, it begins with that screen.
      const { speak, tone, haptic } = presentAssistance(moment, before);
      const first = speaks && !spoke ? presentAssistance(moment, null).speak : speak;
      if (!speaks && spoke) speaker.stop();
      if (speaks && first !== null) speaker.say(first);
      if (tone !== null && aids.includes('tones')) tones.play(tone);
      if (haptic !== null && aids.includes('haptics')) haptics.buzz(haptic);
      before = moment;
      spoke = speaks;
      sounds = aids.includes('tones');
    },
    unlock() {
      if (sounds) tones.unlock();
      speaker.unlock();
    },
    close() {
      speaker.stop();
      tones.close();
    },
  };
}
