import { expect } from 'chai';
import type { AssistPorts, VoiceListeners } from '../../src/shell/assist/assist-ports.ts';
import type { ShellElement } from '../../src/shell/shell-element.ts';
import { clearPage, mount } from './mount.ts';
import { mountDocument } from './mount-document.ts';
import { mountIdentity } from './mount-identity.ts';

interface Recorder {
  readonly ports: AssistPorts;
  /** Everything that was spoken, sounded and shaken, oldest first. */
  readonly log: readonly string[];
  readonly last: () => VoiceListeners;
}

function record(): Recorder {
  const log: string[] = [];
  let last: VoiceListeners | null = null;
  return {
    log,
    last() {
      if (last === null) throw new Error('nothing was said');
      return last;
    },
    ports: {
      voice: {
        speak(text, lang, listeners) {
          log.push(`say ${lang}: ${text}`);
          last = listeners;
        },
        stop: () => log.push('hush'),
      },
      tones: { play: (tone) => log.push(`tone ${tone}`), unlock: () => undefined, close: () => log.push('close') },
      haptics: { buzz: (tone) => log.push(`buzz ${tone}`) },
    },
  };
}

const isAssistantLoaded = (): boolean =>
  performance.getEntriesByType('resource').some(({ name }) => name.includes('/assist/assistant.'));

/** Waits for what is loaded late, and for the rendering after it. */
async function until(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 5));
}

const liveOf = (element: ShellElement<unknown>): HTMLElement =>
  element.renderRoot.querySelector<HTMLElement>('.live') as HTMLElement;

const says = (log: readonly string[]): readonly string[] => log.filter((each) => each.startsWith('say'));

describe('help', () => {
  afterEach(clearPage);

  it('costs nobody anything who does not ask for it', async () => {
    const { show, session } = await mount();
    await show('consent');
    await show('aligning');
    expect(session.calls.map(([name]) => name)).not.to.include('setPace');
    expect(isAssistantLoaded()).to.equal(false);
  });

  it('is turned on and off by the person, who finds the switch before anything else', async () => {
    const { element, session, events, find, show } = await mount((each) => {
      each.assistPorts = record().ports;
    });
    await show('consent');
    const toggle = find('[data-action=assist]');
    expect(element.renderRoot.querySelector('button')).to.equal(toggle);
    expect(toggle.getAttribute('aria-pressed')).to.equal('false');
    toggle.click();
    await element.updateComplete;
    expect(find('[data-action=assist]')).to.equal(toggle);
    expect(toggle.getAttribute('aria-pressed')).to.equal('true');
    expect(element.assist).to.equal('on');
    expect(session.calls.at(-1)).to.deep.equal(['setPace', { moreTime: true, shutterAtOnce: true }]);
    toggle.click();
    await element.updateComplete;
    expect(element.assist).to.equal('offer');
    expect(session.calls.at(-1)).to.deep.equal(['setPace', { moreTime: false, shutterAtOnce: false }]);
    const told = events.filter(({ type }) => type === 'liveness-assist') as CustomEvent<{ aids: readonly string[] }>[];
    expect(told.map(({ detail }) => detail.aids.length)).to.deep.equal([6, 0]);
  });

  it('comes back as it was: what the page has left out stays out', async () => {
    const { element, find, show } = await mount((each) => each.setAttribute('assist', 'large-text more-time'));
    await show('consent');
    find('[data-action=assist]').click();
    expect(element.assist).to.equal('offer');
    find('[data-action=assist]').click();
    expect(element.assist).to.equal('large-text more-time');
  });

  it('is not offered where the page says no', async () => {
    const { element, show } = await mount((each) => each.setAttribute('assist', 'off'));
    await show('consent');
    expect(element.renderRoot.querySelector('[data-action=assist]')).to.equal(null);
  });

  it('tells a session of its pace before it starts, whoever has asked for it', async () => {
    const selfie = await mount((each) => each.setAttribute('assist', 'more-time'));
    const document = await mountDocument((each) => each.setAttribute('assist', 'shutter'));
    const identity = await mountIdentity((each) => each.setAttribute('assist', ''));
    const paces = [selfie, document, identity].map(({ session }) => session.calls.slice(0, 2).map(([name]) => name));
    for (const names of paces) expect(names).to.deep.equal(['setPace', 'start']);
    expect(selfie.session.calls[0]).to.deep.equal(['setPace', { moreTime: true, shutterAtOnce: false }]);
    expect(document.session.calls[0]).to.deep.equal(['setPace', { moreTime: false, shutterAtOnce: true }]);
  });

  it('makes texts larger, and nothing else where only that is asked for', async () => {
    const plain = await mount();
    await plain.show('consent');
    const sizeBefore = parseFloat(getComputedStyle(plain.find('.body')).fontSize);
    const large = await mount((each) => each.setAttribute('assist', 'large-text'));
    await large.show('consent');
    expect(parseFloat(getComputedStyle(large.find('.body')).fontSize)).to.be.closeTo(sizeBefore * 1.3, 0.01);
    expect(large.session.calls.map(([name]) => name)).not.to.include('setPace');
  });
});

describe('a voice', () => {
  afterEach(clearPage);

  it('says what is shown in the language of the page, and the live region is not read out as well', async () => {
    const { ports, log, last } = record();
    const { element, show } = await mount((each) => {
      each.assist = 'speech';
      each.assistPorts = ports;
      each.lang = 'id';
    });
    await show('aligning');
    await until(() => says(log).length > 0);
    expect(says(log)[0]).to.match(/^say id: /);
    last().onEnd();
    await element.updateComplete;
    expect(liveOf(element).getAttribute('aria-live')).to.equal('off');
    await show('aligning', { guidance: 'move-left' });
    expect(says(log).at(-1)).to.equal('say id: Geser sedikit ke kiri');
  });

  it('that cannot be heard leaves it to the live region', async () => {
    const { ports, log, last } = record();
    const { element, show } = await mount((each) => {
      each.assist = 'speech';
      each.assistPorts = ports;
    });
    await show('aligning', { guidance: 'move-left' });
    await until(() => says(log).length > 0);
    last().onFail();
    await element.updateComplete;
    expect(liveOf(element).getAttribute('aria-live')).to.equal('polite');
    await until(() => liveOf(element).textContent === 'Move a little left');
  });

  it('is turned off by itself for a person with a screen reader', async () => {
    const { ports, log, last } = record();
    const { element, find, show } = await mount((each) => {
      each.assist = 'on';
      each.assistPorts = ports;
    });
    await show('consent');
    await until(() => says(log).length > 0);
    last().onEnd();
    const voice = find('[data-action=assist-voice]');
    expect(voice.getAttribute('aria-checked')).to.equal('true');
    voice.click();
    await element.updateComplete;
    expect(voice.getAttribute('aria-checked')).to.equal('false');
    expect(log.at(-1)).to.equal('hush');
    expect(element.assist).to.equal('tones haptics large-text more-time shutter');
    expect(liveOf(element).getAttribute('aria-live')).to.equal('polite');
    await show('permission');
    expect(says(log)).to.have.length(1);
  });

  it('is not flooded by hints that flicker', async () => {
    const { ports, log, last } = record();
    const { session, element, show } = await mount((each) => {
      each.assist = 'speech tones';
      each.assistPorts = ports;
    });
    await show('aligning', { guidance: 'too-far' });
    await until(() => says(log).length > 0);
    for (let frame = 0; frame < 60; frame += 1) {
      session.show({ guidance: frame % 2 === 0 ? 'too-dark' : 'move-left' });
      await element.updateComplete;
    }
    expect(says(log)).to.have.length(1);
    last().onEnd();
    expect(says(log)).to.have.length(2);
    expect(says(log).at(-1)).to.equal('say en: Move a little left');
  });

  it('tells who may not see the oval where to hold the camera', async () => {
    const { ports, log } = record();
    const { find, show } = await mount((each) => {
      each.assist = 'speech';
      each.assistPorts = ports;
    });
    await show('aligning', { guidance: 'no-face' });
    await until(() => says(log).length > 0);
    expect(says(log)[0]).to.contain('arm’s length');
    expect(find('.hint').textContent).to.contain('Put your face in the oval');
  });

  it('is silent once the element is gone, and with it every sound', async () => {
    const { ports, log } = record();
    const { element, show } = await mount((each) => {
      each.assist = 'on';
      each.assistPorts = ports;
    });
    await show('aligning');
    await until(() => says(log).length > 0);
    element.remove();
    expect(log.slice(-2)).to.deep.equal(['hush', 'close']);
  });
});

describe('sounds and shakes', () => {
  afterEach(clearPage);

  it('tell nearer, ready, taken and a problem apart; the way to the photo does not shake the device', async () => {
    const { ports, log } = record();
    const { show } = await mount((each) => {
      each.assist = 'tones haptics';
      each.assistPorts = ports;
    });
    await show('failed');
    await until(() => log.length > 0);
    await show('aligning', { guidance: 'no-face' });
    await show('aligning', { guidance: 'too-far' });
    await show('aligning', { guidance: 'hold-still' });
    await show('captured');
    expect(log).to.deep.equal([
      'tone problem',
      'buzz problem',
      'tone closer',
      'tone ready',
      'buzz ready',
      'tone captured',
      'buzz captured',
    ]);
  });
});

describe('help in an identity check', () => {
  afterEach(clearPage);

  it('goes to the steps, whose own switch is not shown beside that of the check', async () => {
    const { ports, log } = record();
    const { element, documentSessions, find, show, showDocument } = await mountIdentity((each) => {
      each.assistPorts = ports;
    });
    await show('consent');
    find('[data-action=assist]').click();
    await element.updateComplete;
    await show('front');
    const step = find('.step > *') as HTMLElementTagNameMap['document-capture'];
    expect(step.assist).to.equal('on');
    expect(documentSessions[0]?.calls[0]).to.deep.equal(['setPace', { moreTime: true, shutterAtOnce: true }]);
    const inner = step.renderRoot.querySelector('[data-action=assist]') as HTMLElement;
    expect(inner.getClientRects().length).to.equal(0);
    await showDocument('tilted');
    await until(() => says(log).some((each) => each.includes('straight above')));
    find('[data-action=assist]').click();
    await element.updateComplete;
    await step.updateComplete;
    expect(step.assist).to.equal('offer');
    expect(documentSessions[0]?.calls.at(-1)).to.deep.equal(['setPace', { moreTime: false, shutterAtOnce: false }]);
  });

  it('comes back from a step in which it was turned off or on', async () => {
    const { element, events, find, show } = await mountIdentity();
    await show('front');
    (find('.step > *') as HTMLElementTagNameMap['document-capture']).toggleAssist();
    await element.updateComplete;
    expect(element.assist).to.equal('on');
    expect(events.at(-1)?.type).to.equal('idv-assist');
    expect(find('[data-action=assist]').getAttribute('aria-pressed')).to.equal('true');
  });
});
