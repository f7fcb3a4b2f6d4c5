// Every screen for people who ask their system, or the element, for something.
import { expect } from 'chai';
import type { ShellElement } from '../../src/shell/shell-element.ts';
import { expectNoViolation } from './every-screen.ts';
import { clearPage } from './mount.ts';
import { emulate, isChromium, skipBecause } from './real-browser.ts';
import { ALL_SCREENS } from './screen-subjects.ts';

/** A phone of 320 CSS px; and 1280 × 1024 px at 400 %, which leaves a box of 320 × 256. */
const PHONE = { inlineSize: '320px', blockSize: '568px' };
const ZOOMED = { inlineSize: '320px', blockSize: '256px' };

const CANNOT_EMULATE = 'its driver cannot ask for what a person asks the system for';

/** What a keyframe says without moving anything. */
const NO_MOVEMENT = new Set(['offset', 'computedOffset', 'easing', 'composite', 'opacity']);

function still(element: ShellElement<unknown>, size: object = PHONE): void {
  Object.assign(element.style, size);
  element.style.setProperty('--sl-motion', '0s');
}

/** Whatever scrolls, scrolls one way only. */
function expectNoSidewaysScroll(element: ShellElement<unknown>): void {
  for (const each of [element, ...element.renderRoot.querySelectorAll<HTMLElement>('*')]) {
    if (each.matches('.visually-hidden, .live, select, option, svg, svg *, .stage *')) continue;
    if (getComputedStyle(each).overflowX === 'visible') continue;
    expect(each.scrollWidth, each.outerHTML.slice(0, 80)).to.be.at.most(each.clientWidth + 1);
  }
}

describe('every person', () => {
  afterEach(clearPage);

  for (const { name, show } of ALL_SCREENS) {
    it(`${name}: helped, from right to left, on a small phone in the dark: no accessibility violation`, async () => {
      const element = await show((each) => {
        still(each);
        each.assist = 'on';
        each.dir = 'rtl';
        each.theme = 'dark';
      });
      await expectNoViolation(element);
      expectNoSidewaysScroll(element);
    });

    it(`${name}: at 400 %, everything is reached by scrolling one way`, async () => {
      for (const assist of ['offer', 'on']) {
        const element = await show((each) => {
          still(each, ZOOMED);
          each.assist = assist;
        });
        expectNoSidewaysScroll(element);
        const dialog = element.renderRoot.querySelector<HTMLElement>('dialog[open]');
        const part = dialog ?? element.renderRoot;
        for (const each of part.querySelectorAll<HTMLElement>('button, .title')) {
          each.scrollIntoView({ block: 'nearest' });
          const { left, right, top, bottom } = each.getBoundingClientRect();
          // A dialog lies over the page, whatever the size of the element.
          const box = (dialog ?? element).getBoundingClientRect();
          const outside = Math.max(box.left - left, right - box.right, 0);
          expect(outside, `${each.outerHTML} sideways`).to.be.at.most(1);
          expect(bottom, `${each.outerHTML} under the fold`).to.be.at.most(box.bottom + 1);
          expect(top, `${each.outerHTML} over the top`).to.be.at.least(box.top - 1);
        }
        clearPage();
      }
    });
  }

  it('no control is smaller than 24 px', async () => {
    for (const { name, show } of ALL_SCREENS) {
      const element = await show((each) => still(each));
      const controls = element.renderRoot.querySelectorAll('button, select, input:not([type=file]), label:has(input)');
      for (const control of controls) {
        const { width, height } = control.getBoundingClientRect();
        // What is drawn as something else, or not at all, is pressed by its label.
        if (width === 0 || control.closest('label') !== null) continue;
        expect(Math.min(width, height), `${name}: ${control.outerHTML}`).to.be.at.least(24);
      }
      clearPage();
    }
  });

  describe('with forced colours', () => {
    before(async function forced() {
      const done = await emulate({ name: 'forced-colors', value: 'active' });
      expect(done || !isChromium).to.equal(true);
      if (!done) await skipBecause(this, CANNOT_EMULATE);
    });
    after(() => emulate());

    it('no accessibility violation, and every button has an edge', async () => {
      expect(matchMedia('(forced-colors: active)').matches).to.equal(true);
      for (const { name, show } of ALL_SCREENS) {
        const element = await show((each) => {
          still(each);
          each.assist = 'on';
        });
        await expectNoViolation(element);
        for (const button of element.renderRoot.querySelectorAll('.button, .close, .back, .assist, .shutter')) {
          const { borderTopStyle, borderTopColor, backgroundColor } = getComputedStyle(button);
          const isFilled = backgroundColor !== getComputedStyle(element).backgroundColor;
          const hasEdge = borderTopStyle !== 'none' && borderTopColor !== 'rgba(0, 0, 0, 0)';
          expect(hasEdge || isFilled, `${name}: ${button.outerHTML}`).to.equal(true);
        }
        clearPage();
      }
    });
  });

  describe('with reduced motion', () => {
    before(async function reduced() {
      const done = await emulate({ name: 'prefers-reduced-motion', value: 'reduce' });
      expect(done || !isChromium).to.equal(true);
      if (!done) await skipBecause(this, CANNOT_EMULATE);
    });
    after(() => emulate());

    it('nothing moves; a sign of life may fade', async () => {
      expect(matchMedia('(prefers-reduced-motion: reduce)').matches).to.equal(true);
      for (const { name, show } of ALL_SCREENS) {
        const element = await show((each) => Object.assign(each.style, PHONE));
        const moving = (element.shadowRoot as ShadowRoot).getAnimations().filter(({ effect, playState }) => {
          const { duration, iterations } = effect?.getComputedTiming() ?? {};
          const frames = effect instanceof KeyframeEffect ? effect.getKeyframes() : [];
          const fades = frames.every((frame) => Object.keys(frame).every((key) => NO_MOVEMENT.has(key)));
          return playState === 'running' && !fades && (Number(duration) > 1 || iterations === Infinity);
        });
        const names = moving.map((each) => (each as CSSAnimation).animationName ?? each.id);
        expect(names, name).to.deep.equal([]);
        clearPage();
      }
    });
  });
});
