import { expect } from 'chai';
import 'axe-core/axe.min.js';
import type { AxeResults, RunOptions } from 'axe-core';
import { SCREEN_SNAPSHOTS, type ScreenName } from '../screen-snapshots.ts';
import { clearPage, mount } from './mount.ts';

declare const axe: { run(context: Node, options: RunOptions): Promise<AxeResults> };

const NAMES = Object.keys(SCREEN_SNAPSHOTS) as ScreenName[];

describe('every screen', () => {
  afterEach(clearPage);

  for (const theme of ['light', 'dark'] as const) {
    for (const name of NAMES) {
      it(`${name}, ${theme}: no accessibility violation`, async () => {
        const { element, show } = await mount((each) => {
          each.theme = theme;
          each.resultScreen = true;
          each.cameraSelector = true;
          each.fallback = 'help';
          // Colours are measured where they end, not on their way.
          each.style.setProperty('--sl-motion', '0s');
        });
        await show(name);
        const { violations, passes } = await axe.run(element, { resultTypes: ['violations', 'passes'] });
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
        expect(found).to.deep.equal([]);
        expect(passes.length).to.be.greaterThan(5);
      });
    }
  }

  for (const name of NAMES) {
    it(`${name}: has a heading, a way out, and targets of at least 44 px`, async () => {
      const { element, show } = await mount((each) => {
        each.style.blockSize = '420px';
        each.style.inlineSize = '280px';
      });
      await show(name, { manualCapture: name === 'manual' });
      expect(element.renderRoot.querySelector('h2')?.textContent).to.match(/\S/);
      const buttons = [...element.renderRoot.querySelectorAll('button')];
      expect(buttons.some(({ dataset }) => dataset['action'] === 'cancel' || dataset['action'] === 'close')).to.equal(
        true,
      );
      for (const button of buttons) {
        const { width, height } = button.getBoundingClientRect();
        expect(Math.min(width, height), button.outerHTML).to.be.at.least(43.9);
      }
    });

    it(`${name}: nothing is wider than the smallest box`, async () => {
      const { element, show, find } = await mount((each) => {
        each.style.blockSize = '420px';
        each.style.inlineSize = '280px';
        each.lang = 'id';
        each.fallback = 'help';
      });
      await show(name);
      expect(find('.root').scrollWidth).to.be.at.most(element.clientWidth);
      const box = element.getBoundingClientRect();
      for (const button of element.renderRoot.querySelectorAll('button')) {
        const { bottom, right, left } = button.getBoundingClientRect();
        expect(bottom, button.outerHTML).to.be.at.most(box.bottom + 0.5);
        expect(right, button.outerHTML).to.be.at.most(box.right + 0.5);
        expect(left, button.outerHTML).to.be.at.least(box.left - 0.5);
      }
    });
  }

  it('is the same plain text in Indonesian, and in the language of the page around it', async () => {
    const section = document.createElement('section');
    section.lang = 'id-ID';
    document.body.append(section);
    const { show, find } = await mount(() => undefined, section);
    await show('consent');
    expect(find('[data-action=accept]').textContent?.trim()).to.equal('Setuju dan lanjutkan');
    expect(find('.root').lang).to.equal('id');
  });

  it('gives its place to what the page puts into a slot, and keeps the way out', async () => {
    const { element, show, find } = await mount((each) => {
      const own = document.createElement('p');
      own.slot = 'consent';
      own.textContent = 'Our own words';
      each.append(own);
    });
    await show('consent');
    expect(find('[data-action=accept]').getClientRects().length).to.equal(0);
    expect(element.querySelector('p')?.getClientRects().length).to.equal(1);
    element.focus();
    expect(element.shadowRoot?.activeElement).to.equal(find('.close'));
    await show('permission');
    expect(element.querySelector('p')?.getClientRects().length).to.equal(0);
    expect(element.shadowRoot?.activeElement).to.equal(find('#title'));
  });

  it('turns with the direction of the page', async () => {
    const { element, show, find } = await mount((each) => {
      each.dir = 'rtl';
    });
    await show('consent');
    const close = find('.close').getBoundingClientRect();
    const box = element.getBoundingClientRect();
    expect(close.left - box.left).to.be.lessThan(box.right - close.right);
  });
});
