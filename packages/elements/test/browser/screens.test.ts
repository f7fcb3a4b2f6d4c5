import { expect } from 'chai';
import { holdEveryScreen } from './every-screen.ts';
import { clearPage, mount } from './mount.ts';
import { SELFIE_SCREENS } from './screen-subjects.ts';

describe('every screen', () => {
  afterEach(clearPage);

  holdEveryScreen(SELFIE_SCREENS);

  it('is the same plain text in Indonesian, and in the language of the page around it', async () => {
    const section = document.createElement('section');
    section.lang = 'id-ID';
    document.body.append(section);
    const { show, find } = await mount(() => undefined, section);
    await show('consent');
    expect(find('[data-action=accept]').textContent?.trim()).to.equal('Setuju dan lanjutkan');
    expect(find('.root').lang).to.equal('id');
  });

  it('says what leaves the device before the button is pressed, on the smallest phone', async () => {
    const { show, find } = await mount((each) => {
      each.style.inlineSize = '320px';
      each.style.blockSize = '568px';
    });
    await show('consent');
    const note = find('.privacy').getBoundingClientRect();
    expect(note.bottom).to.be.at.most(find('.actions').getBoundingClientRect().top);
    // The advice is there, a scroll away.
    expect(find('.points').getBoundingClientRect().top).to.be.at.least(note.bottom);
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
