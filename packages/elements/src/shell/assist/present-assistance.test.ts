import { DOCUMENT_GUIDANCE_CODES, GUIDANCE_CODES, type GuidanceCode } from '@bonafide/contracts/codes';
import { describe, expect, it } from 'vitest';
import { presentAssistance, type Moment } from './present-assistance.ts';

const panel = (screen: string, outcome: Moment['outcome'] = null): Moment => ({
  screen,
  lang: 'en',
  text: `text of ${screen}`,
  hint: null,
  outcome,
});

const camera = (code: GuidanceCode): Moment => ({
  ...panel('camera'),
  text: code,
  hint: {
    code,
    rank: GUIDANCE_CODES[code].priority,
    good: (GUIDANCE_CODES[code].severity as string) !== 'problem',
  },
});

describe('what is spoken', () => {
  it('a new screen at once, whatever is being said', () => {
    expect(presentAssistance(panel('consent'), null).speak).toEqual({
      text: 'text of consent',
      lang: 'en',
      urgent: true,
      repeats: false,
    });
  });

  it('another hint after the one before, and again while it holds', () => {
    expect(presentAssistance(camera('move-left'), camera('no-face')).speak).toEqual({
      text: 'move-left',
      lang: 'en',
      urgent: false,
      repeats: true,
    });
  });

  it('not again what all is well with', () => {
    expect(presentAssistance(camera('hold-still'), camera('move-left')).speak?.repeats).toBe(false);
  });

  it('nothing while nothing changes, nor on a screen of which somebody else tells', () => {
    const nothing = { speak: null, tone: null, haptic: null };
    expect(presentAssistance(camera('move-left'), camera('move-left'))).toEqual(nothing);
    expect(presentAssistance({ ...panel('document', 'done'), text: '' }, panel('consent'))).toEqual(nothing);
  });

  it('the same screen in another language', () => {
    const german = { ...panel('consent'), lang: 'de', text: 'Los' };
    expect(presentAssistance(german, panel('consent')).speak).toMatchObject({ text: 'Los', lang: 'de', urgent: false });
  });
});

describe('what sounds and shakes', () => {
  it.each([
    ['nearer the photo', 'no-face', 'too-far', 'closer', null],
    ['nearer still', 'too-far', 'move-left', 'closer', null],
    ['farther away', 'move-left', 'no-face', null, null],
    ['all is well', 'move-left', 'hold-still', 'ready', 'ready'],
    ['still well', 'hold-still', 'ready', null, null],
    ['no longer well', 'ready', 'moving', null, null],
  ] as const)('%s: from %s to %s', (_, before, now, tone, haptic) => {
    expect(presentAssistance(camera(now), camera(before))).toMatchObject({ tone, haptic });
  });

  it.each([
    ['done', 'captured'],
    ['problem', 'problem'],
    [null, null],
  ] as const)('a screen that says %s', (outcome, signal) => {
    expect(presentAssistance(panel('end', outcome), camera('ready'))).toMatchObject({ tone: signal, haptic: signal });
  });

  it('has the way to the photo in the priorities of both registries: what is well comes last', () => {
    for (const codes of [GUIDANCE_CODES, DOCUMENT_GUIDANCE_CODES]) {
      const ranks = (isProblem: boolean) =>
        Object.values(codes)
          .filter(({ severity }) => (severity === 'problem') === isProblem)
          .map(({ priority }) => priority);
      expect(Math.max(...ranks(true))).toBeLessThan(Math.min(...ranks(false)));
    }
  });
});
