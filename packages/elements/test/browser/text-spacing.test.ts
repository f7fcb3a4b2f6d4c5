// WCAG 2.2, 1.4.12: a person sets texts wider, as an extension or a style sheet of their own does, and loses nothing.
import { expect } from 'chai';
import { clearPage } from './mount.ts';
import { ALL_SCREENS } from './screen-subjects.ts';
import { coveredTexts, cutTexts } from './text-faults.ts';

/** The criterion's own figures; the space after paragraphs stands in their margins. */
const WIDER = '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important; }';

describe('with wider texts', () => {
  afterEach(clearPage);

  for (const { name, show } of ALL_SCREENS) {
    it(`${name}: nothing is cut off or lies over anything else`, async () => {
      const element = await show((each) => {
        Object.assign(each.style, { inlineSize: '390px', blockSize: '844px', maxBlockSize: 'none' });
        each.style.setProperty('--sl-motion', '0s');
      });
      const root = element.shadowRoot as ShadowRoot;
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(WIDER);
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      expect(cutTexts(element)).to.deep.equal([]);
      expect(coveredTexts(element)).to.deep.equal([]);
    });
  }
});
