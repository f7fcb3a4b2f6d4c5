import { describe, expect, it } from 'vitest';
import { selfie as EN } from '../../messages/en/selfie.ts';
import { AIDS, aidsOf, isAssistOffered, toAssistSetting, withAid } from './aids.ts';
import { presentAssist, presentAssistNote } from './present-assist.ts';
import { atPaceOf } from './session-pace.ts';

describe('what a page can say of help', () => {
  it.each([
    ['offer', []],
    [false, []],
    ['off', []],
    ['on', AIDS],
    ['', AIDS],
    [true, AIDS],
    [' more-time  speech ', ['speech', 'more-time']],
    ['speech telepathy', ['speech']],
  ])('%j', (setting, aids) => {
    expect(aidsOf(setting)).toEqual(aids);
  });

  it('is said back in the same words', () => {
    for (const setting of ['offer', 'on', 'speech tones', 'shutter']) {
      expect(toAssistSetting(aidsOf(setting))).toBe(setting);
    }
  });

  it('keeps the order of aids that are turned on one by one', () => {
    expect(withAid(['large-text'], 'speech', true)).toEqual(['speech', 'large-text']);
    expect(withAid(['speech', 'large-text'], 'speech', false)).toEqual(['large-text']);
  });
});

describe('the switch', () => {
  it('is offered unless the page says no, and says whether it is on', () => {
    expect(presentAssist('offer', EN).assist).toMatchObject({ label: EN.assist.toggle, pressed: false });
    expect(presentAssist('tones', EN).assist).toMatchObject({ pressed: true });
    expect(presentAssist('off', EN).assist).toBeNull();
    expect(isAssistOffered('off')).toBe(false);
  });

  it('lets the voice be turned off by itself, and promises nothing that is not on', () => {
    expect(presentAssistNote('on', EN)).toMatchObject({ text: EN.assist.on, voice: { pressed: true } });
    const silent = toAssistSetting(withAid(AIDS, 'speech', false));
    expect(presentAssistNote(silent, EN)).toMatchObject({ text: EN.assist.on, voice: { pressed: false } });
    expect(presentAssistNote('large-text', EN)?.text).toBeNull();
    expect(presentAssistNote('offer', EN)).toBeNull();
  });
});

it('only a pace other than the usual is asked of a session', () => {
  const asked: unknown[] = [];
  const session = { setPace: (pace: unknown) => asked.push(pace) };
  atPaceOf(session, ['speech']);
  atPaceOf(session, ['shutter']);
  atPaceOf(session, ['more-time']);
  expect(asked).toEqual([
    { moreTime: false, shutterAtOnce: true },
    { moreTime: true, shutterAtOnce: false },
  ]);
});
