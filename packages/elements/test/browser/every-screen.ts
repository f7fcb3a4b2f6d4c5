import { expect } from 'chai';
import 'axe-core/axe.min.js';
import type { AxeResults, RunOptions } from 'axe-core';
import type { ShellElement } from '../../src/shell/shell-element.ts';
import { AXE_RULES } from '../axe-rules.ts';

declare const axe: { run(context: Node, options: RunOptions): Promise<AxeResults> };

/** How an element is put on the page with one of its screens. */
export interface ScreenSubject<Element extends ShellElement<unknown>> {
  readonly names: readonly string[];
  /** `setUp` runs before the element is on the page. */
  readonly show: (name: string, setUp: (element: Element) => void) => Promise<Element>;
}

/** The smallest box, a small phone, and a phone on its side. */
const SMALL_BOXES = [
  ['280px', '420px'],
  ['320px', '568px'],
  ['780px', '390px'],
] as const;

/** Whether something lies in sight, with nothing over it: looked for near its corners and in its middle. */
function isInSight(root: DocumentFragment | HTMLElement, element: Element): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  const spots = [0.1, 0.5, 0.9].map((share) => [left + width * share, top + height * share] as const);
  return spots.every(([x, y]) => element.contains((root as ShadowRoot).elementFromPoint(x, y)));
}

export async function expectNoViolation(element: Element): Promise<void> {
  const { violations, passes } = await axe.run(element, {
    resultTypes: ['violations', 'passes'],
    rules: AXE_RULES,
  });
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  expect(found).to.deep.equal([]);
  expect(passes.length).to.be.greaterThan(5);
}

/** What every screen of every element is held to. */
export function holdEveryScreen<Element extends ShellElement<unknown>>({ names, show }: ScreenSubject<Element>): void {
  for (const theme of ['light', 'dark'] as const) {
    for (const name of names) {
      it(`${name}, ${theme}: no accessibility violation`, async () => {
        const element = await show(name, (each) => {
          each.theme = theme;
          // Colours are measured where they end, not on their way.
          each.style.setProperty('--sl-motion', '0s');
        });
        await expectNoViolation(element);
      });
    }
  }

  const showSmall = (name: string, lang: string): Promise<Element> =>
    show(name, (each) => {
      each.style.blockSize = '420px';
      each.style.inlineSize = '280px';
      each.lang = lang;
    });

  for (const name of names) {
    it(`${name}: has a heading, a way out, and targets of at least 44 px`, async () => {
      const { renderRoot } = await showSmall(name, 'en');
      expect(renderRoot.querySelector('h2')?.textContent).to.match(/\S/);
      // Landmarks are the page's.
      expect(renderRoot.querySelector('header, footer, main, nav, aside')).to.equal(null);
      const buttons = [...renderRoot.querySelectorAll('button')];
      expect(buttons.some(({ dataset }) => /^(?:ask-)?cancel$|^close$/.test(dataset['action'] ?? ''))).to.equal(true);
      for (const button of buttons) {
        const { width, height } = button.getBoundingClientRect();
        expect(Math.min(width, height), button.outerHTML).to.be.at.least(43.9);
      }
    });

    it(`${name}: nothing is wider than the smallest box`, async () => {
      const element = await showSmall(name, 'id');
      const root = element.renderRoot.querySelector('.root');
      expect(root?.scrollWidth).to.be.at.most(element.clientWidth);
      const box = element.getBoundingClientRect();
      for (const button of element.renderRoot.querySelectorAll('button')) {
        // What scrolls may begin under the fold, and a dialog lies over the page; nothing else may stick out.
        if (button.closest('.panel-scroll, dialog') !== null) continue;
        const { bottom, right, left } = button.getBoundingClientRect();
        expect(bottom, button.outerHTML).to.be.at.most(box.bottom + 0.5);
        expect(right, button.outerHTML).to.be.at.most(box.right + 0.5);
        expect(left, button.outerHTML).to.be.at.least(box.left - 0.5);
      }
    });

    it(`${name}: heading, way on and sign of life are in sight in every small box`, async () => {
      const element = await show(name, (each) => each.style.setProperty('--sl-motion', '0s'));
      const { renderRoot } = element;
      for (const [inlineSize, blockSize] of SMALL_BOXES) {
        Object.assign(element.style, { inlineSize, blockSize });
        // What is measured by script follows a frame later.
        await new Promise(requestAnimationFrame);
        await new Promise(requestAnimationFrame);
        const inDialog = renderRoot.querySelector('dialog[open]');
        const part = inDialog ?? renderRoot;
        const wanted = ['h2:not(.visually-hidden)', '.button[data-kind=primary]'].flatMap((each) =>
          [...part.querySelectorAll(each)].slice(0, 1),
        );
        const signs = ['.sending progress', '.qr', '.emblem:not([data-ring=still])'];
        const life = signs.map((each) => part.querySelector(each)).find((each) => each !== null);
        if (life != null) wanted.push(life);
        for (const each of wanted) {
          expect(isInSight(renderRoot, each), `${each.outerHTML} at ${inlineSize} × ${blockSize}`).to.equal(true);
        }
      }
    });
  }
}
