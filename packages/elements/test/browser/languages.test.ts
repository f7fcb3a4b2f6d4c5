import { expect } from 'chai';
import { registerLanguageLoaders, type LanguageLoader } from '../../src/messages/language-loaders.ts';
import { registerMessages, type LanguageMessages } from '../../src/messages/message-registry.ts';
import { clearPage, mount } from './mount.ts';
import { mountIdentity } from './mount-identity.ts';

/** A loader that a test lets arrive or fail; what is registered stays, so each test has a language of its own. */
function loaderOf(lang: string) {
  const waiting: { arrive: (messages: LanguageMessages) => void; fail: () => void }[] = [];
  const load: LanguageLoader = () =>
    new Promise((resolve, reject) => {
      waiting.push({
        arrive: (messages) => resolve({ messages }),
        fail: () => reject(new TypeError('Failed to fetch')),
      });
    });
  registerLanguageLoaders({ [lang]: load });
  return waiting;
}

const texts = (accept: string): LanguageMessages => ({
  actions: { accept },
  identity: { actions: { accept } },
  document: { camera: accept },
});

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('a language that is loaded', () => {
  afterEach(() => {
    clearPage();
    document.documentElement.removeAttribute('lang');
  });

  const accepts = ({ find }: Pick<Awaited<ReturnType<typeof mount>>, 'find'>) => [
    find('.root').lang,
    find('[data-action=accept]').textContent?.trim(),
  ];

  it('is English, and says so, until it is there; then the element switches', async () => {
    const loads = loaderOf('sv');
    const mounted = await mount((each) => {
      each.lang = 'sv';
    });
    await mounted.show('consent');
    expect(accepts(mounted)).to.deep.equal(['en', 'Agree and continue']);
    loads[0]?.arrive(texts('Godkänn'));
    await settle();
    expect(accepts(mounted)).to.deep.equal(['sv', 'Godkänn']);
  });

  it('is loaded once for all elements, and is that of the document where none is nearer', async () => {
    const loads = loaderOf('da');
    document.documentElement.lang = 'da-DK';
    const both = [await mount(), await mount()];
    const identity = await mountIdentity();
    for (const each of both) await each.show('consent');
    await identity.show('consent');
    expect(loads).to.have.lengthOf(1);
    loads[0]?.arrive(texts('Godkend'));
    await settle();
    for (const each of [...both, identity]) expect(accepts(each)).to.deep.equal(['da', 'Godkend']);
  });

  it('stays English where it cannot be loaded, and is asked for again by the next element', async () => {
    const loads = loaderOf('fi');
    const setUp = (each: { lang: string }): void => {
      each.lang = 'fi';
    };
    const first = await mount(setUp);
    await first.show('consent');
    loads[0]?.fail();
    await settle();
    await first.show('permission');
    await first.show('consent');
    expect(accepts(first)).to.deep.equal(['en', 'Agree and continue']);
    expect(loads).to.have.lengthOf(1);
    const second = await mount(setUp);
    await second.show('consent');
    expect(loads).to.have.lengthOf(2);
    loads[1]?.arrive(texts('Hyväksy'));
    await settle();
    for (const each of [first, second]) expect(accepts(each)).to.deep.equal(['fi', 'Hyväksy']);
  });

  it('is asked for when the element’s language changes, and when the way to it is known only later', async () => {
    const mounted = await mount();
    await mounted.show('consent');
    mounted.element.lang = 'nb';
    await mounted.element.updateComplete;
    const loads = loaderOf('nb');
    await settle();
    loads[0]?.arrive(texts('Godta'));
    await settle();
    expect(accepts(mounted)).to.deep.equal(['nb', 'Godta']);
    registerMessages('nb', { actions: { accept: 'Godta her' } });
    await settle();
    expect(accepts(mounted)).to.deep.equal(['nb', 'Godta her']);
    mounted.element.lang = 'en';
    await mounted.element.updateComplete;
    expect(accepts(mounted)).to.deep.equal(['en', 'Agree and continue']);
  });

  it('reaches the element of a step', async () => {
    const loads = loaderOf('et');
    const { element, show, find } = await mountIdentity((each) => {
      each.lang = 'et';
    });
    await show('front');
    const step = () => find('document-capture').shadowRoot?.querySelector<HTMLElement>('.root');
    expect([find('.root').lang, step()?.lang]).to.deep.equal(['en', 'en']);
    loads[0]?.arrive(texts('Nõustu'));
    await settle();
    expect([find('.root').lang, step()?.lang]).to.deep.equal(['et', 'et']);
    element.lang = 'id';
    await element.updateComplete;
    await settle();
    expect([find('.root').lang, step()?.lang]).to.deep.equal(['id', 'id']);
  });

  it('keeps the focus where it is', async () => {
    const loads = loaderOf('is');
    const { element, show, find } = await mount((each) => {
      each.lang = 'is';
    });
    await show('consent');
    find('[data-action=decline]').focus();
    loads[0]?.arrive(texts('Samþykkja'));
    await settle();
    expect(find('.root').lang).to.equal('is');
    expect(element.shadowRoot?.activeElement).to.equal(find('[data-action=decline]'));
  });
});
