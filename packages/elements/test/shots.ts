// Every picture that `node test/screens.ts` takes: each screen by element, size, theme and what the person asks for.
import type { MediaFeature } from 'puppeteer-core';
import { LANGUAGES } from './catalogues.ts';
import { DOCUMENT_SNAPSHOTS } from './document-snapshots.ts';
import { IDENTITY_SNAPSHOTS } from './identity-snapshots.ts';
import { PSEUDO_LANG } from './pseudo-locale.ts';
import { SCREEN_SNAPSHOTS } from './screen-snapshots.ts';

export interface Shot {
  readonly name: string;
  /** Name of the contact sheet that it is on. */
  readonly sheet: string;
  readonly width: number;
  readonly height: number;
  readonly query: Readonly<Record<string, string>>;
  /** What the person has asked the system for. */
  readonly features?: readonly MediaFeature[];
}

/** One element's screens, and which of them are shown in which special way. */
interface Gallery {
  readonly element: 'selfie-liveness' | 'document-capture' | 'id-verification';
  /** Before every name, so that the pictures of an element lie together. */
  readonly prefix: string;
  readonly screens: readonly string[];
  /** In each of the example themes. */
  readonly branded: readonly string[];
  /** More contrast and forced colours. */
  readonly contrast: readonly string[];
  /** A small phone, the smallest box, a phone on its side, with help on, and every language but English. */
  readonly special: readonly string[];
  /** Size of the camera's picture on a phone. */
  readonly phoneCamera: Readonly<Record<'width' | 'height', string>>;
}

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };
/** The smallest phone that is in use. */
const SMALL = { width: 320, height: 568 };
const SMALLEST = { width: 280, height: 420 };
const LANDSCAPE = { width: 844, height: 390 };

/** The example themes, by their files. */
const BRANDS = ['ledger', 'commons', 'pulse'] as const;

const GALLERIES: readonly Gallery[] = [
  {
    element: 'selfie-liveness',
    prefix: '',
    screens: Object.keys(SCREEN_SNAPSHOTS),
    branded: ['consent', 'holding', 'failed'],
    contrast: ['consent', 'holding', 'manual', 'failed'],
    special: ['consent', 'consent-light', 'aligning', 'manual', 'light-pink', 'permission-denied', 'failed'],
    phoneCamera: { width: '480', height: '640' },
  },
  {
    element: 'document-capture',
    prefix: 'document-',
    screens: Object.keys(DOCUMENT_SNAPSHOTS),
    branded: ['start', 'holding', 'refused'],
    contrast: ['start', 'searching', 'holding', 'manual', 'refused', 'review-warning'],
    special: ['start', 'searching', 'manual', 'holding', 'refused', 'review', 'file-damaged'],
    phoneCamera: { width: '480', height: '854' },
  },
  {
    element: 'id-verification',
    prefix: 'identity-',
    screens: [...Object.keys(IDENTITY_SNAPSHOTS), 'stop'],
    branded: ['consent-us', 'select', 'review'],
    contrast: ['consent-us', 'select', 'review', 'submitting', 'handover', 'stop'],
    special: ['consent-us', 'select', 'front', 'flip', 'review-warning', 'submitting', 'recapture', 'handover'],
    phoneCamera: { width: '480', height: '854' },
  },
];

function shotsOf({ element, prefix, screens, branded, contrast, special, phoneCamera }: Gallery): readonly Shot[] {
  const all: Shot[] = [];
  const add = (name: string, sheet: string, shot: Omit<Shot, 'name' | 'sheet'>): void => {
    all.push({ name: `${prefix}${name}`, sheet: `${prefix}${sheet}`, ...shot });
  };
  for (const screen of screens) {
    for (const theme of ['light', 'dark']) {
      for (const dir of ['ltr', 'rtl']) {
        const query = { element, screen, theme, dir };
        const side = dir === 'rtl' ? '-rtl' : '';
        add(`${screen}-phone-${theme}${side}`, `phone${side}`, { ...PHONE, query: { ...query, ...phoneCamera } });
        add(`${screen}-desktop-${theme}${side}`, `desktop${side}`, { ...DESKTOP, query: { ...query, cameras: '' } });
      }
    }
  }
  for (const brand of BRANDS) {
    for (const screen of branded) {
      for (const theme of ['light', 'dark']) {
        const query = { element, screen, theme, brand, ...phoneCamera };
        add(`${screen}-${brand}-${theme}`, 'brands', { ...PHONE, query });
      }
    }
  }
  for (const screen of contrast) {
    const shot = { ...PHONE, query: { element, screen, cameras: '', ...phoneCamera } };
    const [more, forced] = [
      { name: 'prefers-contrast', value: 'more' },
      { name: 'forced-colors', value: 'active' },
    ];
    add(`${screen}-contrast`, 'contrast', { ...shot, features: [more] });
    add(`${screen}-forced-colors`, 'contrast', { ...shot, features: [forced] });
  }
  for (const screen of special) {
    const query = { element, screen, theme: 'light' };
    add(`${screen}-smallest`, 'smallest', { ...SMALLEST, query: { ...query, help: '' } });
    add(`${screen}-small`, 'small', { ...SMALL, query: { ...query, ...phoneCamera } });
    add(`${screen}-long`, 'long', { ...SMALL, query: { ...query, lang: PSEUDO_LANG, help: '', ...phoneCamera } });
    add(`${screen}-landscape`, 'landscape', { ...LANDSCAPE, query: { ...query, cameras: '' } });
    add(`${screen}-assist`, 'assist', { ...PHONE, query: { ...query, assist: 'on', ...phoneCamera } });
    add(`${screen}-assist-small`, 'assist-small', { ...SMALL, query: { ...query, assist: 'on', ...phoneCamera } });
    const dark = { ...query, theme: 'dark', assist: 'on' };
    add(`${screen}-assist-desktop`, 'assist-desktop', { ...DESKTOP, query: { ...dark, cameras: '' } });
    add(`${screen}-assist-rtl`, 'assist-rtl', { ...PHONE, query: { ...dark, dir: 'rtl', ...phoneCamera } });
    for (const lang of LANGUAGES.filter((each) => each !== 'en')) {
      const spoken = { ...query, lang, dir: lang === 'ar' ? 'rtl' : 'ltr', ...phoneCamera };
      add(`${screen}-${lang}-phone`, `${lang}-phone`, { ...PHONE, query: spoken });
      add(`${screen}-${lang}-small`, `${lang}-small`, { ...SMALL, query: { ...spoken, help: '' } });
    }
  }
  return all;
}

function launched(): readonly Shot[] {
  return (['consent', 'aligning'] as const).flatMap((screen) => [
    {
      name: `${screen}-launched-desktop`,
      sheet: 'launched',
      ...DESKTOP,
      query: { screen, theme: 'light', launch: '' },
    },
    { name: `${screen}-launched-phone`, sheet: 'launched', ...PHONE, query: { screen, theme: 'dark', launch: '' } },
  ]);
}

/** A start that says what the screen will do before it does it. */
function litStarts(): readonly Shot[] {
  const sizes = { phone: PHONE, small: SMALL, desktop: DESKTOP };
  return Object.entries(sizes).flatMap(([size, shot]) =>
    (['light', 'dark'] as const).map((theme) => ({
      name: `start-lit-${size}-${theme}`,
      sheet: 'lit',
      ...shot,
      query: { screen: 'start', theme, lit: '' },
    })),
  );
}

export function shots(): readonly Shot[] {
  return [...GALLERIES.flatMap(shotsOf), ...launched(), ...litStarts()];
}
