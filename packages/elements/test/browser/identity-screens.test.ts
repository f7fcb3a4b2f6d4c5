import { expect } from 'chai';
import { IDENTITY_SNAPSHOTS, type IdentityScreenName } from '../identity-snapshots.ts';
import { holdEveryScreen } from './every-screen.ts';
import { clearPage } from './mount.ts';
import { mountIdentity } from './mount-identity.ts';

/** Those that an element of a step fills have their own suites. */
const OWN = Object.entries(IDENTITY_SNAPSHOTS)
  .filter(([, { phase }]) => !phase.startsWith('capturing'))
  .map(([name]) => name);

describe('every screen of the identity check', () => {
  afterEach(clearPage);

  holdEveryScreen({
    names: [...OWN, 'stop'],
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
  });

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
