import type { Voice, VoiceListeners } from './assist-ports.ts';

/** How long a voice may take to begin (guess); some systems list voices and never speak. */
const BEGINS_WITHIN_MS = 4000;

/**
 * The browser's own speech, by voices on the device alone: others send what they say to a server, and nothing leaves the page
 * that the person was not told of. Where there is none for the language, it fails without a sound.
 */
export function createBrowserVoice(speech: SpeechSynthesis | undefined = globalThis.speechSynthesis): Voice {
  // Browsers drop an utterance that nobody holds, and its events with it.
  let own: SpeechSynthesisUtterance | null = null;

  const begin = (text: string, lang: string, voice: SpeechSynthesisVoice, { onEnd, onFail }: VoiceListeners): void => {
    if (speech === undefined) return;
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = voice;
    utterance.lang = voice.lang || lang;
    const late = setTimeout(onFail, BEGINS_WITHIN_MS);
    const settle = (then: () => void): void => {
      clearTimeout(late);
      if (own === utterance) own = null;
      then();
    };
    utterance.addEventListener('start', () => clearTimeout(late));
    utterance.addEventListener('end', () => settle(onEnd));
    utterance.addEventListener('error', ({ error }) =>
      settle(error === 'interrupted' || error === 'canceled' ? onEnd : onFail),
    );
    // A screen reader has a voice of its own, which this does not touch.
    speech.cancel();
    own = utterance;
    speech.speak(utterance);
  };

  return {
    speak(text, lang, listeners) {
      const voice = speech === undefined ? undefined : chooseVoice(speech.getVoices(), lang);
      if (voice === undefined) queueMicrotask(listeners.onFail);
      else begin(text, lang, voice, listeners);
    },
    stop() {
      if (own !== null) speech?.cancel();
      own = null;
    },
  };
}

/** The voice for a language: its own region before any other, the system's choice first. Only voices on the device. */
export function chooseVoice<Each extends Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>>(
  voices: readonly Each[],
  lang: string,
): Each | undefined {
  const tagOf = (tag: string): string => tag.replace('_', '-').toLowerCase();
  const wanted = tagOf(lang);
  const fits = voices.filter(
    ({ lang: tag, localService }) => localService && tagOf(tag).split('-')[0] === wanted.split('-')[0],
  );
  const ofRegion = fits.filter(({ lang: tag }) => tagOf(tag) === wanted);
  return ofRegion.find((each) => each.default) ?? ofRegion[0] ?? fits.find((each) => each.default) ?? fits[0];
}
