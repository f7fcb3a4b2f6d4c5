import type { HapticOutput, ToneOutput } from './assist-ports.ts';
import type { Tone } from './present-assistance.ts';

/** Told apart by their direction, not by their pitch: one note, two up, three up, two down. Hertz, our choice. */
const NOTES: Readonly<Record<Tone, readonly number[]>> = {
  closer: [587],
  ready: [587, 784],
  captured: [587, 784, 1047],
  problem: [392, 294],
};

/** Short enough that three of them are one signal (guess). */
const NOTE_SECONDS = 0.11;
/** Of full scale: heard beside a voice, and no fright in headphones (guess). */
const LOUDNESS = 0.08;

/** Milliseconds on, off, on …, our choice. */
const BUZZES: Readonly<Record<Exclude<Tone, 'closer'>, readonly number[]>> = {
  // Short: the photo is taken next, and a shaking device blurs it.
  ready: [15],
  captured: [120],
  problem: [60, 80, 60],
};

/** Sounds by Web Audio; without it, and before the first press, there are none. */
export function createBrowserTones(): ToneOutput {
  let context: AudioContext | null = null;

  const note = (audio: AudioContext, hertz: number, at: number): void => {
    const gain = audio.createGain();
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(LOUDNESS, at + 0.015);
    gain.gain.exponentialRampToValueAtTime(0.0001, at + NOTE_SECONDS);
    const oscillator = audio.createOscillator();
    oscillator.frequency.value = hertz;
    oscillator.connect(gain).connect(audio.destination);
    oscillator.start(at);
    oscillator.stop(at + NOTE_SECONDS);
  };

  return {
    unlock() {
      if (context === null && typeof AudioContext === 'function') context = new AudioContext();
      if (context?.state === 'suspended') context.resume().catch(() => undefined);
    },
    play(tone) {
      const audio = context;
      if (audio?.state !== 'running') return;
      NOTES[tone].forEach((hertz, index) => note(audio, hertz, audio.currentTime + index * NOTE_SECONDS));
    },
    close() {
      context?.close().catch(() => undefined);
      context = null;
    },
  };
}

/** The device's own motor, where the browser lets a page at it. */
export function createBrowserHaptics(): HapticOutput {
  return {
    buzz(tone) {
      // Before the first press a browser refuses, and says so in its console.
      if ((navigator as Partial<Navigator>).userActivation?.hasBeenActive === false) return;
      (navigator as Partial<Navigator>).vibrate?.([...BUZZES[tone]]);
    },
  };
}
