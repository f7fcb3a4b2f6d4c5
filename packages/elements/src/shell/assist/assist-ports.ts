import type { Tone } from './present-assistance.ts';

/** What one utterance comes to. */
export interface VoiceListeners {
  /** It was said, or cut off. */
  readonly onEnd: () => void;
  /** It cannot be said here: no voice, or not before the person has pressed something. */
  readonly onFail: () => void;
}

/** Speaks aloud; what it says lasts until its end or the next `speak`. */
export interface Voice {
  speak(text: string, lang: string, listeners: VoiceListeners): void;
  /** Stops what this one is saying, and nobody else. */
  stop(): void;
}

/** Short sounds, never a lasting one. */
export interface ToneOutput {
  play(tone: Tone): void;
  /** Called with every press: browsers let a page sound only after one. */
  unlock(): void;
  close(): void;
}

/** Shakes the device. */
export interface HapticOutput {
  buzz(tone: Exclude<Tone, 'closer'>): void;
}

/** What an element tells a person by beside the screen; for tests, and for pages in an app that has its own. */
export interface AssistPorts {
  readonly voice: Voice;
  readonly tones: ToneOutput;
  readonly haptics: HapticOutput;
}
