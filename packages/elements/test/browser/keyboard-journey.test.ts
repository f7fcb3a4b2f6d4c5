// A whole journey without a pointer: real keys, as the browser takes them.
import { expect } from 'chai';
import type { ShellElement } from '../../src/shell/shell-element.ts';
import { clearPage, mount } from './mount.ts';
import { mountDocument } from './mount-document.ts';
import { mountIdentity } from './mount-identity.ts';
import { canPressKeys, press, skipBecause } from './real-browser.ts';
import { ALL_SCREENS } from './screen-subjects.ts';

/** What has the focus, through shadow roots, in words. */
function focused(): string {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement != null) active = active.shadowRoot.activeElement;
  if (active === null || active === document.body) return 'page';
  return (active as HTMLElement).dataset['action'] ?? (active.id || active.localName);
}

/** A link before the element and one after it. */
function addNeighbours(): void {
  for (const [id, place] of [
    ['before', 'prepend'],
    ['after', 'append'],
  ] as const) {
    const link = document.createElement('a');
    link.href = '#';
    link.id = id;
    link.textContent = id;
    document.body[place](link);
  }
}

/** What Tab comes by from the link before the element to the one after it. */
async function tabThrough(key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<readonly string[]> {
  const [first, last] = key === 'Tab' ? ['before', 'after'] : ['after', 'before'];
  document.getElementById(first)?.focus();
  const stops: string[] = [];
  for (let step = 0; step < 40; step += 1) {
    await press(key);
    const stop = focused();
    if (stop === last) return stops;
    // What scrolls takes the focus in some browsers, so that arrow keys scroll it.
    if (stop !== 'div') stops.push(stop);
  }
  throw new Error(`the focus is caught: ${stops.join(', ')}`);
}

describe('with the keyboard alone', () => {
  before(async function able() {
    if (!canPressKeys) await skipBecause(this, 'its driver presses no keys');
  });
  afterEach(clearPage);

  it('a selfie check is gone through from consent to its end, and the focus is never lost', async () => {
    const { element, session, show, events } = await mount((each) => {
      each.resultScreen = true;
      each.cameraSelector = true;
    });
    addNeighbours();
    await show('consent');
    expect(await tabThrough()).to.deep.equal(['assist', 'cancel', 'accept', 'decline']);
    expect(await tabThrough('Shift+Tab')).to.deep.equal(['decline', 'accept', 'cancel', 'assist']);
    element.renderRoot.querySelector<HTMLElement>('[data-action=assist]')?.focus();
    await press('Space');
    await element.updateComplete;
    expect(element.assist).to.equal('on');
    expect(focused()).to.equal('assist');
    expect(await tabThrough()).to.deep.equal(['assist', 'cancel', 'assist-voice', 'accept', 'decline']);
    element.renderRoot.querySelector<HTMLElement>('[data-action=accept]')?.focus();
    await press('Enter');
    expect(session.calls.at(-1)).to.deep.equal(['acceptConsent', true]);
    for (const screen of ['permission', 'loading', 'aligning'] as const) {
      await show(screen);
      expect(focused(), screen).to.equal('title');
    }
    await show('manual');
    expect(await tabThrough()).to.deep.equal(['select', 'assist', 'cancel', 'capture']);
    element.renderRoot.querySelector<HTMLElement>('[data-action=capture]')?.focus();
    await press('Space');
    expect(session.calls.at(-1)).to.deep.equal(['capture']);
    for (const screen of ['captured', 'submitting', 'processing', 'passed'] as const) {
      await show(screen);
      expect(focused(), screen).to.equal('title');
    }
    await press('Tab');
    expect(focused()).to.equal('close');
    await press('Enter');
    expect(events.at(-1)?.type).to.equal('liveness-close');
  });

  it('a document is kept or taken again', async () => {
    const { element, show, events } = await mountDocument((each) => {
      each.resultScreen = true;
    });
    addNeighbours();
    await show('review');
    expect(await tabThrough()).to.deep.equal(['assist', 'cancel', 'keep', 'retake']);
    element.renderRoot.querySelector<HTMLElement>('[data-action=keep]')?.focus();
    await press('Enter');
    await element.updateComplete;
    expect(events.map(({ type }) => type)).to.include('document-review');
    expect(focused()).to.equal('title');
  });

  it('a country and a type are chosen', async () => {
    const { element, session, find, show } = await mountIdentity();
    addNeighbours();
    await show('select', { choices: [{ documentType: 'passport', sides: ['front'], countries: ['UTO', 'ERI'] }] });
    find('select').focus();
    await press('ArrowDown');
    const types = element.renderRoot.querySelectorAll<HTMLInputElement>('input[type=radio]');
    types[0]?.focus();
    await press('Space');
    expect(types[0]?.checked).to.equal(true);
    find('[data-action=select]').focus();
    await press('Enter');
    expect(session.calls.at(-1)?.[0]).to.equal('select');
  });

  it('the question whether to stop holds the focus, Escape goes back, and the focus is where it was', async () => {
    const { element, find, show } = await mountIdentity();
    addNeighbours();
    await show('review');
    find('.close').focus();
    await press('Enter');
    await element.updateComplete;
    expect(find('dialog').matches(':modal')).to.equal(true);
    const stops = new Set<string>();
    for (let step = 0; step < 5; step += 1) {
      await press('Tab');
      stops.add(focused());
    }
    // A browser lets the focus leave for its own bars, and for nothing of the page behind.
    expect([...stops].filter((each) => !['cancel', 'go-on', 'page'].includes(each))).to.deep.equal([]);
    find('[data-action=go-on]').focus();
    await press('Escape');
    await element.updateComplete;
    expect(element.renderRoot.querySelector('dialog')).to.equal(null);
    expect(focused()).to.equal('ask-cancel');
  });

  it('every control of every screen is reached, in the order in which it is read, and none holds the focus', async function all() {
    this.timeout(240_000);
    for (const { name, show } of ALL_SCREENS) {
      const element = await show((each) => each.style.setProperty('--sl-motion', '0s'));
      if (element.renderRoot.querySelector('dialog') !== null) {
        clearPage();
        continue;
      }
      addNeighbours();
      const stops = await tabThrough();
      expect(stops, name).to.deep.equal(wanted(element));
      clearPage();
    }
  });
});

/** The controls of an element in the order of its tree; of radio buttons, one. */
function wanted(element: ShellElement<unknown>): readonly string[] {
  const groups = new Set<string>();
  return [...element.renderRoot.querySelectorAll<HTMLElement>('button, select, input, a[href]')]
    .filter((each) => each.checkVisibility() && !(each as HTMLButtonElement).disabled)
    .filter((each) => {
      if (!(each instanceof HTMLInputElement) || each.type !== 'radio') return true;
      const isFirst = !groups.has(each.name);
      groups.add(each.name);
      return isFirst;
    })
    .map((each) => each.dataset['action'] ?? (each.id || each.localName));
}
