import { expect } from 'chai';
import 'axe-core/axe.min.js';
import type { AxeResults, RunOptions } from 'axe-core';
import type { DocumentScreenName } from '../document-snapshots.ts';
import type { IdentityScreenName } from '../identity-snapshots.ts';
import type { ScreenName } from '../screen-snapshots.ts';
import { clearPage, mount } from './mount.ts';
import { mountDocument } from './mount-document.ts';
import { mountIdentity } from './mount-identity.ts';

declare const axe: { run(context: Node, options: RunOptions): Promise<AxeResults> };

const THEMES = ['ledger', 'commons', 'pulse'] as const;
const SCHEMES = ['light', 'dark'] as const;
const SELFIE: readonly ScreenName[] = ['consent', 'aligning', 'manual', 'failed'];
const DOCUMENT: readonly DocumentScreenName[] = ['start', 'searching', 'refused', 'review-warning'];
const IDENTITY: readonly IdentityScreenName[] = ['consent-us', 'select', 'review', 'handover'];

/** What a careless page may say about everything that stands in it. */
const CARELESS = `
  * { letter-spacing: 4px; border-radius: 0; margin: 1rem; box-sizing: content-box; }
  body {
    color: red; font: italic 900 30px/3 fantasy; text-align: end; text-transform: uppercase; white-space: pre;
    word-spacing: 2em; text-indent: 3em; cursor: wait; text-shadow: 0 0 9px red; font-variant: small-caps;
  }
  button, h2, p, svg { background: lime; font-size: 40px; padding: 3rem; }
`;

let sheets: HTMLElement[] = [];

function useTheme(name: string): Promise<void> {
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = `/packages/elements/themes/${name}.css`;
  sheets.push(link);
  return new Promise((resolve, reject) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => reject(new Error(`${name}.css is not served`)));
    document.head.append(link);
  });
}

function useStyle(text: string): void {
  const style = document.createElement('style');
  style.textContent = text;
  sheets.push(style);
  document.head.append(style);
}

function styleOf(root: DocumentFragment | HTMLElement, selector: string): CSSStyleDeclaration {
  const found = root.querySelector(selector);
  if (found === null) throw new Error(`nothing matches ${selector}`);
  return getComputedStyle(found);
}

type Look = ReadonlyMap<string, string>;

/** Everything that a style sheet could have said of what is inside, in plain values. */
function looks(root: ParentNode): readonly Look[] {
  return [...root.querySelectorAll('*')].map((each) => {
    const style = getComputedStyle(each);
    const names = [...style].filter((name) => !name.startsWith('--'));
    return new Map([
      ['element', each.localName],
      ...names.map((name) => [name, style.getPropertyValue(name)] as const),
    ]);
  });
}

/** What differs, as `p: letter-spacing normal → 4px`. */
function changesOf(before: readonly Look[], after: readonly Look[]): readonly string[] {
  return after.flatMap((look, index) =>
    [...look].flatMap(([name, value]) => {
      const was = before[index]?.get(name);
      return was === value ? [] : [`${look.get('element')}: ${name} ${was} → ${value}`];
    }),
  );
}

async function violationsOf(element: HTMLElement): Promise<readonly string[]> {
  const { violations } = await axe.run(element, { resultTypes: ['violations'] });
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
}

describe('themes', () => {
  afterEach(() => {
    clearPage();
    for (const sheet of sheets) sheet.remove();
    sheets = [];
  });

  for (const theme of THEMES) {
    for (const scheme of SCHEMES) {
      it(`${theme}, ${scheme}: axe finds nothing, colours included`, async () => {
        await useTheme(theme);
        const prepare = (each: HTMLElement & { theme: string }): void => {
          each.theme = scheme;
          each.style.setProperty('--sl-motion', '0s');
        };
        const selfie = await mount(prepare);
        for (const name of SELFIE) {
          await selfie.show(name);
          expect(await violationsOf(selfie.element), name).to.deep.equal([]);
        }
        clearPage();
        const card = await mountDocument(prepare);
        for (const name of DOCUMENT) {
          await card.show(name);
          expect(await violationsOf(card.element), name).to.deep.equal([]);
        }
        clearPage();
        const identity = await mountIdentity(prepare);
        for (const name of IDENTITY) {
          await identity.show(name);
          expect(await violationsOf(identity.element), name).to.deep.equal([]);
        }
      });
    }
  }

  it('give each brand its letters, corners and colours, from CSS alone', async () => {
    const seen = new Set<string>();
    for (const theme of THEMES) {
      await useTheme(theme);
      const { element, show } = await mount((each) => {
        each.theme = 'light';
      });
      await show('consent');
      const { fontFamily } = styleOf(element.renderRoot, '#title');
      const { backgroundColor, borderTopLeftRadius } = styleOf(element.renderRoot, '.button[data-kind=primary]');
      for (const value of [fontFamily, backgroundColor, borderTopLeftRadius]) {
        expect(seen.has(value), `${theme}: ${value} is another brand's`).to.equal(false);
        seen.add(value);
      }
      clearPage();
      for (const sheet of sheets) sheet.remove();
    }
  });

  it('reach the steps of an identity check, tokens and parts', async () => {
    const { show, showDocument, find } = await mountIdentity();
    await show('front');
    await showDocument('refused');
    useStyle(`
      id-verification { --sl-color-accent: rgb(1, 2, 3); }
      id-verification::part(button-primary) { border-radius: 7px; }
      id-verification::part(shutter) { outline: 3px solid rgb(4, 5, 6); }
    `);
    const inner = find('document-capture').shadowRoot as ShadowRoot;
    const primary = styleOf(inner, '.button[data-kind=primary]');
    expect([primary.backgroundColor, primary.borderTopLeftRadius]).to.deep.equal(['rgb(1, 2, 3)', '7px']);
    await showDocument('manual');
    expect(styleOf(inner, '.shutter').outlineColor).to.equal('rgb(4, 5, 6)');
  });
});

describe('the border between a page and an element', () => {
  afterEach(() => {
    clearPage();
    for (const sheet of sheets) sheet.remove();
    sheets = [];
  });

  for (const screen of ['consent', 'aligning', 'failed'] as const) {
    it(`lets nothing in that a careless page says of everything: ${screen}`, async () => {
      const { element, show } = await mount((each) => {
        Object.assign(each.style, { inlineSize: '400px', blockSize: '640px', margin: '0' });
        each.style.setProperty('--sl-motion', '0s');
      });
      await show(screen);
      const root = element.renderRoot.querySelector('.root') as HTMLElement;
      const before = looks(root);
      useStyle(CARELESS);
      expect(changesOf(before, looks(root)).slice(0, 10)).to.deep.equal([]);
    });
  }

  it('lets nothing out: the page keeps its own looks and style sheets', async () => {
    const own = document.createElement('div');
    own.innerHTML = '<h2 class="title">A heading</h2><p class="body">Text</p><button class="button">A button</button>';
    // As wide as ever, whether or not the page has a scroll bar.
    own.style.inlineSize = '400px';
    document.body.append(own);
    const [before, styles] = [looks(own), document.styleSheets.length + document.adoptedStyleSheets.length];
    const { show } = await mount();
    await show('consent');
    expect(changesOf(before, looks(own))).to.deep.equal([]);
    expect(document.styleSheets.length + document.adoptedStyleSheets.length).to.equal(styles);
    own.remove();
  });
});
