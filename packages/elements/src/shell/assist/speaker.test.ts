import { describe, expect, it } from 'vitest';
import type { VoiceListeners } from './assist-ports.ts';
import { chooseVoice } from './browser-voice.ts';
import type { Speech } from './present-assistance.ts';
import { createSpeaker } from './speaker.ts';

interface Said extends VoiceListeners {
  readonly text: string;
}

function create() {
  const said: Said[] = [];
  const heard: boolean[] = [];
  let stops = 0;
  let timer: (() => void) | null = null;
  const speaker = createSpeaker({
    voice: {
      speak: (text, _lang, listeners) => said.push({ text, ...listeners }),
      stop: () => {
        stops += 1;
      },
    },
    setTimer: (run) => {
      timer = run;
      return () => {
        if (timer === run) timer = null;
      };
    },
    onHeard: (now) => heard.push(now),
  });
  return {
    speaker,
    heard,
    texts: () => said.map(({ text }) => text),
    last: () => said.at(-1) as Said,
    stops: () => stops,
    isWaiting: () => timer !== null,
    ring: () => {
      const run = timer;
      timer = null;
      run?.();
    },
  };
}

const hint = (text: string, change: Partial<Speech> = {}): Speech => ({
  text,
  lang: 'en',
  urgent: false,
  repeats: true,
  ...change,
});

describe('createSpeaker', () => {
  it('lets a hint finish, and drops all but the newest of those that came meanwhile', () => {
    const { speaker, texts, last } = create();
    for (const text of ['left', 'right', 'up']) speaker.say(hint(text));
    expect(texts()).toEqual(['left']);
    last().onEnd();
    expect(texts()).toEqual(['left', 'up']);
  });

  it('says nothing twice when hints flicker back to what is being said', () => {
    const { speaker, texts, last } = create();
    for (const text of ['left', 'right', 'left']) speaker.say(hint(text, { repeats: false }));
    last().onEnd();
    expect(texts()).toEqual(['left']);
  });

  it('cuts off what is out of date when the screen changes', () => {
    const { speaker, texts, last } = create();
    speaker.say(hint('left'));
    const before = last();
    speaker.say(hint('Got it', { urgent: true, repeats: false }));
    expect(texts()).toEqual(['left', 'Got it']);
    before.onEnd();
    speaker.say(hint('waits'));
    expect(texts()).toEqual(['left', 'Got it']);
  });

  it('says a direction again while it holds, and what is well once', () => {
    const one = create();
    one.speaker.say(hint('left'));
    one.last().onEnd();
    one.ring();
    expect(one.texts()).toEqual(['left', 'left']);
    const other = create();
    other.speaker.say(hint('Hold still', { repeats: false }));
    other.last().onEnd();
    expect(other.isWaiting()).toBe(false);
  });

  it('goes on where a voice never tells of its end', () => {
    const { speaker, texts, ring } = create();
    speaker.say(hint('left'));
    speaker.say(hint('right'));
    ring();
    expect(texts()).toEqual(['left', 'right']);
  });

  it('says when it is not heard, tries again with the next press, and says when it is', () => {
    const { speaker, heard, texts, last } = create();
    speaker.say(hint('left'));
    last().onFail();
    expect(heard).toEqual([false]);
    speaker.say(hint('right'));
    last().onFail();
    expect(heard).toEqual([false]);
    speaker.unlock();
    expect(texts()).toEqual(['left', 'right', 'right']);
    last().onEnd();
    expect(heard).toEqual([false, true]);
  });

  it('is silent for good once it is stopped', () => {
    const { speaker, texts, last, stops, isWaiting } = create();
    speaker.say(hint('left'));
    speaker.say(hint('right'));
    speaker.stop();
    last().onEnd();
    speaker.unlock();
    expect(texts()).toEqual(['left']);
    expect(stops()).toBe(1);
    expect(isWaiting()).toBe(false);
  });
});

describe('chooseVoice', () => {
  const voice = (lang: string, localService = true, isDefault = false) => ({ lang, localService, default: isDefault });

  it('takes no voice that is not on the device, and none of another language', () => {
    expect(chooseVoice([voice('id-ID', false), voice('en-US')], 'id')).toBeUndefined();
  });

  it('takes the region that is asked for before the default, and any region before none', () => {
    const [us, uk] = [voice('en-US', true, true), voice('en_GB')];
    expect(chooseVoice([us, uk], 'en-GB')).toBe(uk);
    expect(chooseVoice([us, uk], 'en-AU')).toBe(us);
    expect(chooseVoice([us, uk], 'en')).toBe(us);
  });
});
