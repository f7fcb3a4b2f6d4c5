import type { ShellElement } from '../../src/shell/shell-element.ts';
import { DOCUMENT_SNAPSHOTS, type DocumentScreenName } from '../document-snapshots.ts';
import { IDENTITY_SNAPSHOTS, type IdentityScreenName } from '../identity-snapshots.ts';
import { SCREEN_SNAPSHOTS, type ScreenName } from '../screen-snapshots.ts';
import type { ScreenSubject } from './every-screen.ts';
import { mountDocument } from './mount-document.ts';
import { mountIdentity } from './mount-identity.ts';
import { mount } from './mount.ts';

export const SELFIE_SCREENS: ScreenSubject<HTMLElementTagNameMap['selfie-liveness']> = {
  names: Object.keys(SCREEN_SNAPSHOTS),
  async show(name, setUp) {
    const { element, show } = await mount((each) => {
      each.resultScreen = true;
      each.cameraSelector = true;
      each.fallback = 'help';
      setUp(each);
    });
    await show(name as ScreenName);
    return element;
  },
};

export const DOCUMENT_SCREENS: ScreenSubject<HTMLElementTagNameMap['document-capture']> = {
  names: Object.keys(DOCUMENT_SNAPSHOTS),
  async show(name, setUp) {
    const { element, show } = await mountDocument((each) => {
      each.resultScreen = true;
      setUp(each);
    });
    await show(name as DocumentScreenName);
    return element;
  },
};

/** Those that an element of a step fills have their own suites. */
export const IDENTITY_SCREENS: ScreenSubject<HTMLElementTagNameMap['id-verification']> = {
  names: [
    ...Object.entries(IDENTITY_SNAPSHOTS)
      .filter(([, { phase }]) => !phase.startsWith('capturing'))
      .map(([name]) => name),
    'stop',
  ],
  async show(name, setUp) {
    const { element, show } = await mountIdentity((each) => {
      each.resultScreen = true;
      each.fallback = 'help';
      setUp(each);
    });
    await show((name === 'stop' ? 'review' : name) as IdentityScreenName);
    if (name === 'stop') element.requestClose();
    await element.updateComplete;
    return element;
  },
};

/** Every screen of every element, one after the other. */
export const ALL_SCREENS: readonly {
  readonly name: string;
  readonly show: (setUp: (element: ShellElement<unknown>) => void) => Promise<ShellElement<unknown>>;
}[] = [
  ...SELFIE_SCREENS.names.map((name) => ({
    name: `selfie ${name}`,
    show: (setUp: (element: ShellElement<unknown>) => void) => SELFIE_SCREENS.show(name, setUp),
  })),
  ...DOCUMENT_SCREENS.names.map((name) => ({
    name: `document ${name}`,
    show: (setUp: (element: ShellElement<unknown>) => void) => DOCUMENT_SCREENS.show(name, setUp),
  })),
  ...IDENTITY_SCREENS.names.map((name) => ({
    name: `identity ${name}`,
    show: (setUp: (element: ShellElement<unknown>) => void) => IDENTITY_SCREENS.show(name, setUp),
  })),
];
