import { expect } from 'chai';
import type { SelfieLivenessEvent } from '../../src/selfie-liveness/selfie-liveness-events.ts';
import { failure } from '../screen-snapshots.ts';
import { clearPage, mount } from './mount.ts';

const names = (events: readonly Event[]): string[] => events.map(({ type }) => type);

describe('a journey', () => {
  afterEach(clearPage);

  it('starts by itself once it has a gateway and a token, whichever comes last', async () => {
    const { element, sessions } = await mount((each) => {
      each.sessionToken = '';
    });
    expect(sessions).to.have.length(0);
    element.setAttribute('session-token', 'secret');
    await element.updateComplete;
    expect(sessions).to.have.length(1);
    expect(sessions[0]?.options.session?.token).to.equal('secret');
    expect(sessions[0]?.calls).to.deep.equal([['start']]);
  });

  it('takes the token out of the DOM', async () => {
    const { element } = await mount((each) => each.setAttribute('session-token', 'secret'));
    expect(element.hasAttribute('session-token')).to.equal(false);
    expect(element.outerHTML).not.to.contain('secret');
    expect(element.sessionToken).to.equal('secret');
  });

  it('waits on a start screen where one is asked for', async () => {
    const { sessions, find } = await mount((each) => {
      each.startScreen = true;
    });
    expect(sessions).to.have.length(0);
    find('[data-action=start]').click();
    expect(sessions[0]?.calls).to.deep.equal([['start', false]]);
  });

  it('hands its settings to the session', async () => {
    const { session } = await mount((each) => {
      each.setAttribute('capture', 'manual');
      each.setAttribute('manual-after', '5000');
      each.setAttribute('max-attempts', '5');
      each.setAttribute('timeout', '0');
      each.setAttribute('assets-url', '/somewhere');
      each.setAttribute('backend', 'cpu');
      each.setAttribute('detector', 'face-landmarks-detection');
      each.setAttribute('consent', 'none');
      each.setAttribute('correlation-id', 'ours');
      each.cameraId = 'cam';
    });
    const { capture, manualAfterMs, maxAttempts, timeoutMs, assetsUrl, consent, cameraId } = session.options;
    expect({ capture, manualAfterMs, maxAttempts, timeoutMs, assetsUrl, consent, cameraId }).to.deep.equal({
      capture: 'manual',
      manualAfterMs: 5000,
      maxAttempts: 5,
      timeoutMs: 0,
      assetsUrl: '/somewhere/',
      consent: 'none',
      cameraId: 'cam',
    });
    expect([session.options.backend, session.options.detector]).to.deep.equal(['cpu', 'face-landmarks-detection']);
    expect(session.options.session?.correlationId).to.equal('ours');
  });

  it('makes a correlation id where none is given', async () => {
    const { element } = await mount();
    expect(element.correlationId).to.match(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  });

  it('asks the session for what the buttons say', async () => {
    const { session, show, find } = await mount((each) => {
      each.cameraSelector = true;
      each.fallback = 'help';
    });
    await show('consent');
    find('[data-action=accept]').click();
    find('[data-action=decline]').click();
    await show('manual');
    find('[data-action=capture]').click();
    const select = find('select') as HTMLSelectElement;
    select.value = 'external';
    select.dispatchEvent(new Event('change'));
    await show('failed');
    find('[data-action=retry]').click();
    find('[data-action=help]').click();
    find('.close').click();
    expect(session.calls).to.deep.equal([
      ['start'],
      ['acceptConsent', false],
      ['declineConsent'],
      ['capture'],
      ['switchCamera', 'external'],
      ['retry'],
      ['cancel', 'help'],
      ['cancel', 'user'],
    ]);
  });

  it('says of an event only whether the browser made it, and nothing where the page itself calls', async () => {
    const { element, session, show, find } = await mount();
    await show('consent');
    find('[data-action=accept]').click();
    element.accept();
    expect(session.calls.slice(1)).to.deep.equal([['acceptConsent', false], ['acceptConsent']]);
  });

  it('starts over with a new session', async () => {
    const { sessions, show, find } = await mount();
    await show('cancelled');
    find('[data-action=start-over]').click();
    expect(sessions).to.have.length(2);
    expect(sessions[0]?.closed).to.equal(true);
    expect(sessions[1]?.calls).to.deep.equal([['start', false]]);
  });

  it('tells the page what happens, in order, through shadow roots', async () => {
    const { events, show, session } = await mount();
    await show('checking');
    await show('consent');
    await show('permission');
    await show('loading');
    await show('aligning');
    await show('holding');
    await show('captured');
    await show('submitting');
    await show('processing');
    await show('passed');
    expect(names(events)).to.deep.equal([
      'liveness-state',
      'liveness-state',
      'liveness-ready',
      'liveness-state',
      'liveness-permission',
      'liveness-state',
      'liveness-permission',
      'liveness-progress',
      'liveness-state',
      'liveness-camera',
      'liveness-guidance',
      'liveness-state',
      'liveness-guidance',
      'liveness-progress',
      'liveness-state',
      'liveness-guidance',
      'liveness-state',
      'liveness-progress',
      'liveness-state',
      'liveness-state',
      'liveness-complete',
    ]);
    expect(events.every(({ bubbles, composed }) => bubbles && composed)).to.equal(true);
    expect(session.snapshot.phase).to.equal('passed');
  });

  it('shows its state to style sheets', async () => {
    const { element, show } = await mount();
    await show('processing');
    expect(element.matches(':state(processing)')).to.equal(true);
    await show('passed');
    expect(element.matches(':state(processing)')).to.equal(false);
    expect(element.matches(':state(passed)')).to.equal(true);
  });

  it('lets the page veto a photo', async () => {
    const { element, session } = await mount();
    element.addEventListener('liveness-capture', (event) => event.preventDefault());
    session.emit('capture', { digest: 'd' } as never);
    expect(session.calls.at(-1)).to.deep.equal(['cancel', 'user']);
  });

  it('lets the page take over where it cannot run', async () => {
    const { element, show } = await mount((each) => {
      each.addEventListener('liveness-unsupported', (event) => event.preventDefault());
    });
    await show('unsupported');
    expect(element.renderRoot.querySelector('.root')).to.equal(null);
  });

  it('offers no retry that cannot work', async () => {
    const { show, element, find } = await mount();
    await show('exhausted');
    expect(element.renderRoot.querySelector('[data-action=retry]')).to.equal(null);
    expect(find('.actions button').dataset['action']).to.equal('close');
    await show('error', { failure: failure('token-invalid') });
    expect(find('.actions button').dataset['action']).to.equal('start-over');
  });

  it('draws progress without rendering', async () => {
    const { element, session, find } = await mount();
    session.show({ phase: 'holding', guidance: 'hold-still', progress: 0.1 });
    await element.updateComplete;
    let updates = 0;
    element.addController({ hostUpdate: () => (updates += 1) });
    for (let step = 2; step <= 9; step += 1) session.show({ progress: step / 10 });
    await element.updateComplete;
    expect(updates).to.equal(0);
    expect(find('.ring-value').getAttribute('stroke-dasharray')).to.equal('90 100');
    session.show({ guidance: 'moving' });
    await element.updateComplete;
    expect(updates).to.equal(1);
  });

  describe('with screen light', () => {
    const CYAN = { colour: '#30d6d6', rampMs: 700 };

    it('is asked for by the attribute alone', async () => {
      expect((await mount()).session.options.screenLight).to.equal(false);
      const { session } = await mount((each) => each.setAttribute('screen-light', ''));
      expect(session.options.screenLight).to.equal(true);
    });

    it('lets what is around the face glow as the session says, and takes it back', async () => {
      const { show, find } = await mount();
      await show('light-planned');
      const ground = (): string => getComputedStyle(find('.light')).backgroundColor;
      expect(ground()).to.equal('rgba(0, 0, 0, 0)');
      await show('aligning', { screenLight: { ...CYAN, rampMs: 0 } });
      expect(ground()).to.equal('rgb(48, 214, 214)');
      await show('aligning', { screenLight: CYAN });
      expect(getComputedStyle(find('.light')).transitionDuration).to.equal('0.7s');
      find('.light').style.transition = 'none';
      await show('light-planned');
      expect(ground()).to.equal('rgba(0, 0, 0, 0)');
    });

    it('can be gone on without, before and while it glows', async () => {
      const { session, show, find } = await mount();
      await show('consent-light');
      expect(find('.points').textContent).to.contain('The screen changes colour');
      find('[data-action=accept-without-light]').click();
      await show('light-pink');
      find('[data-action=skip-light]').click();
      expect(session.calls.slice(1)).to.deep.equal([
        ['skipScreenLight'],
        ['acceptConsent', false],
        ['skipScreenLight'],
      ]);
    });

    it('says nothing of it where there is none', async () => {
      const { element, show, find } = await mount();
      await show('consent');
      expect(find('.points').textContent).not.to.contain('colour');
      expect(element.renderRoot.querySelector('[data-action=accept-without-light]')).to.equal(null);
      await show('aligning');
      expect(element.renderRoot.querySelector('[data-action=skip-light]')).to.equal(null);
      expect(find('.stage').hasAttribute('data-light')).to.equal(false);
    });
  });

  it('fires frames only with debug', async () => {
    const { element, session, events } = await mount();
    session.emit('measurement', { costMs: 4 } as never);
    expect(names(events)).not.to.contain('liveness-measurement');
    element.debug = true;
    session.emit('measurement', { costMs: 8 } as never);
    expect(names(events)).to.contain('liveness-measurement');
    expect(element.metrics).to.deep.equal({ phaseMs: {}, framesAnalysed: 2, frameCostMeanMs: 6 });
  });

  it('passes telemetry on', async () => {
    const { element, session, events } = await mount();
    const seen: string[] = [];
    element.telemetry = ({ name }) => seen.push(name);
    session.emit('telemetry', { name: 'phase', atMs: 1, attempt: 1, phase: 'checking' });
    expect(seen).to.deep.equal(['phase']);
    expect((events.at(-1) as SelfieLivenessEvent<'liveness-telemetry'>).detail.name).to.equal('phase');
  });

  it('mirrors the picture of a camera that faces the person', async () => {
    const { element, show, find } = await mount();
    await show('aligning');
    expect(find('video').hasAttribute('data-mirrored')).to.equal(true);
    element.facing = 'environment';
    await element.updateComplete;
    expect(find('video').hasAttribute('data-mirrored')).to.equal(false);
  });
});
