import { expect } from 'chai';
import { holdEveryScreen } from './every-screen.ts';
import { clearPage } from './mount.ts';
import { mountIdentity } from './mount-identity.ts';
import { IDENTITY_SCREENS } from './screen-subjects.ts';

describe('every screen of the identity check', () => {
  afterEach(clearPage);

  holdEveryScreen(IDENTITY_SCREENS);

  it('turns with the direction of the page', async () => {
    const { element, show, find } = await mountIdentity((each) => {
      each.dir = 'rtl';
    });
    await show('select');
    const box = element.getBoundingClientRect();
    expect(find('.close').getBoundingClientRect().left - box.left).to.be.lessThan(60);
    expect(box.right - find('.back').getBoundingClientRect().right).to.be.lessThan(60);
  });
});
