import { expect } from 'chai';
import { DOCUMENT_GUIDANCE_CODES, GUIDANCE_CODES } from '@bonafide/contracts/codes';
import type { DocumentGuidanceCode, GuidanceCode } from '@bonafide/contracts/codes';
import { registerMessages } from '../../src/messages/message-registry.ts';
import type { ShellElement } from '../../src/shell/shell-element.ts';
import { DOCUMENT_SNAPSHOTS, type DocumentScreenName } from '../document-snapshots.ts';
import { IDENTITY_SNAPSHOTS, type IdentityScreenName } from '../identity-snapshots.ts';
import { PSEUDO_LANG, PSEUDO_MESSAGES } from '../pseudo-locale.ts';
import { SCREEN_SNAPSHOTS, type ScreenName } from '../screen-snapshots.ts';
import { clearPage, mount } from './mount.ts';
import { mountDocument } from './mount-document.ts';
import { mountIdentity } from './mount-identity.ts';
import { coveredTexts, cutTexts, unknownTexts } from './text-faults.ts';

const isPseudo = (text: string): boolean => text.startsWith('[') && text.endsWith(']');

/** Names of countries and cameras, a number to compare, and titles of the policies: not of this package. */
const FOREIGN = 'option:not([value=""]), .code strong, .policies a';

/** With the offer of help, and with all of it: larger letters, and switches of its own on each screen. */
const ASSISTS = ['offer', 'on'] as const;

/** The smallest phone that is in use. */
function setUp(element: ShellElement<unknown>, assist: (typeof ASSISTS)[number]): void {
  element.lang = PSEUDO_LANG;
  element.assist = assist;
  element.style.inlineSize = '320px';
  element.style.blockSize = '568px';
  element.style.setProperty('--sl-motion', '0s');
}

async function expectAllInSight(element: ShellElement<unknown>): Promise<void> {
  // What is measured by script follows a frame later.
  await new Promise(requestAnimationFrame);
  await new Promise(requestAnimationFrame);
  expect(element.renderRoot.querySelector<HTMLElement>('.root')?.lang).to.equal(PSEUDO_LANG);
  expect(unknownTexts(element, isPseudo, (each) => each.matches(FOREIGN))).to.deep.equal([]);
  expect(cutTexts(element)).to.deep.equal([]);
  expect(coveredTexts(element)).to.deep.equal([]);
}

for (const assist of ASSISTS)
  describe(`in a language that is 40 % longer, on the smallest phone, with assist="${assist}"`, () => {
    before(() => registerMessages(PSEUDO_LANG, PSEUDO_MESSAGES));
    afterEach(clearPage);

    describe('selfie', () => {
      const show = async (name: ScreenName, change: Parameters<Awaited<ReturnType<typeof mount>>['show']>[1] = {}) => {
        const { element, show } = await mount((each) => {
          each.resultScreen = true;
          each.cameraSelector = true;
          each.fallback = 'help';
          setUp(each, assist);
        });
        await show(name, change);
        return element;
      };

      for (const name of Object.keys(SCREEN_SNAPSHOTS)) {
        it(name, async () => expectAllInSight(await show(name as ScreenName)));
      }

      it('says every hint in sight', async () => {
        for (const code of Object.keys(GUIDANCE_CODES)) {
          await expectAllInSight(await show('manual', { guidance: code as GuidanceCode }));
          clearPage();
        }
      });
    });

    describe('document', () => {
      const show = async (name: DocumentScreenName, guidance?: DocumentGuidanceCode) => {
        const { element, show } = await mountDocument((each) => {
          each.resultScreen = true;
          each.allowUpload = true;
          setUp(each, assist);
        });
        await show(name, guidance === undefined ? {} : { guidance });
        return element;
      };

      for (const name of Object.keys(DOCUMENT_SNAPSHOTS)) {
        it(name, async () => expectAllInSight(await show(name as DocumentScreenName)));
      }

      it('says every hint in sight', async () => {
        for (const code of Object.keys(DOCUMENT_GUIDANCE_CODES)) {
          await expectAllInSight(await show('manual', code as DocumentGuidanceCode));
          clearPage();
        }
      });
    });

    describe('identity', () => {
      for (const name of [...Object.keys(IDENTITY_SNAPSHOTS), 'stop']) {
        it(name, async () => {
          const { element, show } = await mountIdentity((each) => {
            each.resultScreen = true;
            each.fallback = 'help';
            each.retentionDays = 30;
            setUp(each, assist);
          });
          await show((name === 'stop' ? 'review' : name) as IdentityScreenName);
          if (name === 'stop') element.requestClose();
          await element.updateComplete;
          await expectAllInSight(element);
        });
      }
    });
  });

describe('what looks at the texts', () => {
  afterEach(clearPage);

  it('would find a text that is cut off, sticks out, lies on another, or is no catalogue’s', () => {
    const host = document.createElement('div');
    host.style.cssText =
      'position: relative; inline-size: 100px; block-size: 100px; line-height: 20px; white-space: nowrap';
    const add = (style: string, text: string): void => {
      const child = document.createElement('p');
      child.style.cssText = `margin: 0; ${style}`;
      child.textContent = text;
      host.append(child);
    };
    add('inline-size: 20px; overflow: hidden', 'cut off beside');
    add('block-size: 5px; overflow: hidden', 'below');
    add('', 'this one is wider than the host is');
    add('position: absolute; inset-block-start: 900px', 'far');
    add('position: absolute; inset-block-start: 50px', 'on');
    add('', '[fine]');
    document.body.append(host);
    expect(cutTexts(host).map((fault) => fault.split(': ')[1])).to.deep.equal([
      'cut off beside',
      'below',
      'this one is wider than the host is',
      'far',
    ]);
    expect(coveredTexts(host)).to.deep.equal(['on | [fine]']);
    expect(unknownTexts(host, isPseudo, () => false)).to.have.lengthOf(5);
  });
});
