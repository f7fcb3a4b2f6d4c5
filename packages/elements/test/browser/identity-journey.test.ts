import { expect } from 'chai';
import type { DocumentCapture } from '../../src/document-capture/document-capture.ts';
import { IdVerification } from '../../src/id-verification/id-verification.ts';
import type { SelfieLiveness } from '../../src/selfie-liveness/selfie-liveness.ts';
import { FakeIdentitySession } from '../fake-identity-session.ts';
import { IDENTITY_SNAPSHOTS, type IdentityScreenName } from '../identity-snapshots.ts';
import { SCREEN_SNAPSHOTS } from '../screen-snapshots.ts';
import { clearPage } from './mount.ts';
import { mountIdentity } from './mount-identity.ts';

const names = (events: readonly Event[]): string[] => events.map(({ type }) => type);
const escape = (target: Element): boolean =>
  target.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true }),
  );

describe('an identity check', () => {
  afterEach(clearPage);

  it('starts by itself once it has a gateway', async () => {
    const { element, sessions } = await mountIdentity((each) => {
      each.createGateway = undefined;
    });
    expect(sessions).to.have.length(0);
    element.createGateway = () => {
      throw new Error('not asked for');
    };
    await element.updateComplete;
    expect(sessions[0]?.calls).to.deep.equal([['start']]);
  });

  it('needs no more than the address of the page’s own backend, and keeps no token in the DOM', async () => {
    const { element, session } = await mountIdentity((each) => {
      each.createGateway = undefined;
      each.setAttribute('base-url', '/capture');
      each.setAttribute('capture-token', 'secret');
    });
    expect(element.outerHTML).not.to.contain('secret');
    expect(element.captureToken).to.equal('secret');
    expect(session.options.createGateway()).to.have.property('open');
  });

  it('hands its settings to the session', async () => {
    const { session } = await mountIdentity((each) => {
      each.setAttribute('documents', 'passport  ktp');
      each.setAttribute('countries', 'IDN MYS');
      each.setAttribute('country-of-residence', 'USA');
      each.setAttribute('consent-version', '7');
      each.setAttribute('review', 'off');
      each.setAttribute('resume', 'off');
      each.setAttribute('handover', 'force');
      each.setAttribute('document-capture', 'upload');
    });
    const { documentTypes, countries, countryOfResidence, consentVersion } = session.options;
    expect({ documentTypes, countries, countryOfResidence, consentVersion }).to.deep.equal({
      documentTypes: ['passport', 'ktp'],
      countries: ['IDN', 'MYS'],
      countryOfResidence: 'USA',
      consentVersion: '7',
    });
    const { review, resumeKey, handoverMode, allowUpload } = session.options;
    expect({ review, resumeKey, handoverMode, allowUpload }).to.deep.equal({
      review: false,
      resumeKey: null,
      handoverMode: 'force',
      allowUpload: true,
    });
  });

  it('asks the session for what the buttons say', async () => {
    const { session, show, find } = await mountIdentity();
    await show('consent');
    find('[data-action=accept]').click();
    find('[data-action=decline]').click();
    await show('flip');
    find('[data-action=back]').click();
    find('[data-action=next]').click();
    await show('review');
    find('[data-action=retake-back]').click();
    find('[data-action=keep]').click();
    await show('recapture');
    find('[data-action=hand-over]').click();
    find('[data-action=next]').click();
    await show('error');
    find('[data-action=retry]').click();
    expect(session.calls.slice(1)).to.deep.equal([
      ['acceptConsent'],
      ['declineConsent'],
      ['back'],
      ['next'],
      ['retake', 'back'],
      ['keep'],
      ['handOver'],
      ['next'],
      ['retry'],
    ]);
  });

  it('shows the release, the policies and the version where the law asks for them', async () => {
    const { show, find, element } = await mountIdentity((each) => {
      each.recipient = 'Example Bank';
      each.retentionDays = 30;
    });
    await show('consent');
    expect(element.renderRoot.querySelector('.release')).to.equal(null);
    expect(find('.privacy').textContent).to.contain('Example Bank').and.to.contain('30 days');
    await show('consent-us');
    expect(find('.release').textContent).to.contain('Example Bank');
    expect([...element.renderRoot.querySelectorAll('a')].map(({ rel }) => rel)).to.deep.equal(
      Array.from({ length: 3 }, () => 'noopener noreferrer'),
    );
    expect(find('.version').textContent).to.equal('Version 2026-11');
  });

  it('lets country and document be chosen, found by name, and remembers nothing', async () => {
    const { session, show, find, element } = await mountIdentity();
    await show('select');
    const select = find('#country') as HTMLSelectElement;
    expect(select.autocomplete).to.equal('off');
    expect(select.options.length).to.be.greaterThan(240);
    find('[data-action=select]').click();
    expect(session.calls.filter(([name]) => name === 'select')).to.deep.equal([]);
    const search = find('.search') as HTMLInputElement;
    search.value = 'indones';
    search.dispatchEvent(new Event('input'));
    await element.updateComplete;
    expect(select.value).to.equal('IDN');
    (find('input[value=passport]') as HTMLInputElement).click();
    await element.updateComplete;
    find('[data-action=select]').click();
    expect(session.calls.at(-1)).to.deep.equal(['select', { documentType: 'passport', country: 'IDN' }]);
  });

  it('offers the documents of the country that was chosen', async () => {
    const { show, find, element } = await mountIdentity();
    await show('select-few');
    const types = () =>
      [...element.renderRoot.querySelectorAll<HTMLInputElement>('input[type=radio]')].map(({ value }) => value);
    expect(types()).to.contain('ktp');
    const select = find('#country') as HTMLSelectElement;
    select.value = 'MYS';
    select.dispatchEvent(new Event('change'));
    await element.updateComplete;
    expect(types()).not.to.contain('ktp');
  });

  it('takes both sides with one element, whose session stays', async () => {
    const { session, documentSessions, show, showDocument, find } = await mountIdentity();
    await show('front');
    const step = find('.step > document-capture') as DocumentCapture;
    expect(documentSessions[0]?.options.expected).to.deep.equal({ documentType: 'identityCard', country: 'UTO' });
    documentSessions[0]?.emit('capture', { side: 'front', result: documentSessions[0].result } as never);
    await showDocument('captured');
    expect(session.calls.at(-1)).to.deep.equal(['captured', 'front']);
    await show('flip');
    expect(find('.step > document-capture').hidden).to.equal(true);
    await show('back');
    expect(find('.step > document-capture')).to.equal(step);
    expect(documentSessions).to.have.length(1);
    expect(documentSessions[0]?.calls).to.deep.equal([
      ['start', 'front'],
      ['start', 'back'],
    ]);
    await show('selfie');
    expect(documentSessions[0]?.closed).to.equal(true);
  });

  it('takes the selfie through a gateway that sends nothing', async () => {
    const { session, selfieSessions, show } = await mountIdentity();
    await show('selfie');
    // The camera was allowed for the document: nobody has to press for it again.
    expect(selfieSessions[0]?.calls).to.deep.equal([['start']]);
    const { options } = selfieSessions[0] ?? {};
    expect(options?.consent).to.equal('none');
    const gateway = options?.ports?.createGateway?.({ token: 't', correlationId: 'c' });
    const { signal } = new AbortController();
    const target = await gateway?.requestUpload(signal);
    if (target === undefined) throw new Error('no gateway');
    await gateway?.upload(target, new Blob(['selfie']), () => undefined, signal);
    const digest = 'd'.repeat(64);
    await gateway?.confirm(target.submissionId, { bonafide: { capture: { digest } } }, signal);
    expect(session.calls.at(-1)).to.deep.equal(['selfieCaptured', digest]);
    expect(options?.ports?.store).to.equal(null);
    await show('submitting');
    expect(selfieSessions[0]?.closed).to.equal(true);
  });

  it('lets the screen glow before the selfie only after a press on a screen that says so', async () => {
    const { selfieSessions, show, find } = await mountIdentity((each) => each.setAttribute('screen-light', ''));
    await show('selfie');
    const step = find('.step > selfie-liveness') as SelfieLiveness;
    await step.updateComplete;
    expect(selfieSessions).to.have.length(0);
    expect(step.renderRoot.textContent).to.contain('The screen changes colour');
    step.renderRoot.querySelector<HTMLElement>('[data-action=start]')?.click();
    await step.updateComplete;
    expect(selfieSessions[0]?.options.screenLight).to.equal(true);
    expect(selfieSessions[0]?.calls).to.deep.equal([['start', false]]);
  });

  it('shows the hints of the selfie as soon as that step is there', async () => {
    const { selfieSessions, show, find } = await mountIdentity();
    await show('selfie');
    const step = find('.step > selfie-liveness') as SelfieLiveness;
    selfieSessions[0]?.show(SCREEN_SNAPSHOTS.aligning);
    await step.updateComplete;
    const { guidance } = SCREEN_SNAPSHOTS.aligning;
    expect(step.renderRoot.querySelector(`.hint[data-code=${guidance}]`)?.textContent).to.match(/\S/);
    expect(step.renderRoot.querySelector('[data-action=start]')).to.equal(null);
  });

  it('waits with the selfie where the document was given as files: no camera was asked for yet', async () => {
    const { selfieSessions, show, find } = await mountIdentity();
    const captures = IDENTITY_SNAPSHOTS.selfie.captures.map((each) => ({ ...each, origin: 'upload' as const }));
    await show('selfie', { captures });
    expect(selfieSessions).to.have.length(0);
    const step = find('.step > selfie-liveness') as SelfieLiveness;
    step.renderRoot.querySelector<HTMLElement>('[data-action=start]')?.click();
    expect(selfieSessions[0]?.calls).to.deep.equal([['start', false]]);
  });

  it('says what happens by its own events; what the steps say stays inside', async () => {
    const { element, session, documentSessions, show, showDocument, events } = await mountIdentity();
    const leaked: string[] = [];
    for (const type of ['document-state', 'document-capture', 'document-guidance', 'document-complete']) {
      document.body.addEventListener(type, () => leaked.push(type), { once: true });
    }
    await show('checking');
    await show('consent');
    session.emit('consent', { granted: true, version: '3', at: '2026-11-25T12:00:00Z' });
    await show('front');
    await showDocument('tilted');
    documentSessions[0]?.emit('capture', { side: 'front' } as never);
    session.emit('capture', { depiction: 'FRONT', digest: 'd', origin: 'auto', problems: [] });
    await show('submitting');
    session.emit('upload', { depiction: 'BACK', progress: 0.5 });
    await element.updateComplete;
    await show('passed');
    expect(leaked).to.deep.equal([]);
    expect(names(events)).to.deep.equal([
      'idv-state',
      'idv-state',
      'idv-ready',
      'idv-consent',
      'idv-state',
      'idv-guidance',
      'idv-capture',
      'idv-state',
      'idv-upload',
      'idv-state',
      'idv-complete',
    ]);
    const capture = events.find(({ type }) => type === 'idv-capture') as Event & { readonly detail: object };
    expect(capture.detail).not.to.have.property('image');
  });

  it('gives the picture away only with expose-media', async () => {
    const { session, events } = await mountIdentity((each) => {
      each.exposeMedia = true;
    });
    session.emit('capture', { depiction: 'FRONT', digest: 'd', origin: 'auto', problems: [] });
    expect((events.at(-1) as Event & { readonly detail: { image?: Blob } }).detail.image).to.be.instanceOf(Blob);
  });

  it('shows how far each picture is', async () => {
    const { element, session, show } = await mountIdentity();
    await show('submitting');
    session.emit('upload', { depiction: 'BACK', progress: 0.5 });
    await element.updateComplete;
    const states = [...element.renderRoot.querySelectorAll<HTMLElement>('.sending li')].map(
      (row) => row.dataset['state'],
    );
    expect(states).to.deep.equal(['sent', 'on-its-way', 'waiting']);
  });

  it('shows the way to a phone, without the link in the page’s text', async () => {
    const { show, find, element } = await mountIdentity();
    await show('handover');
    expect(find('.qr').getAttribute('aria-label')).to.match(/\S/);
    expect(find('.code strong').textContent).to.equal('4827');
    expect(find('.root').textContent).not.to.contain('verify.example.com');
    element.handoverMethods = 'link';
    await element.updateComplete;
    expect(element.renderRoot.querySelector('.qr')).to.equal(null);
  });

  it('asks whose phone has come, and has an answer for both', async () => {
    const { show, find, session, element } = await mountIdentity();
    await show('handover-joined');
    expect(find('.code strong').textContent).to.equal('4827');
    expect(element.renderRoot.querySelector('.qr')).to.equal(null);
    find('[data-action=confirm-phone]').click();
    find('[data-action=hand-over]').click();
    expect(session.calls.slice(-2)).to.deep.equal([['confirmPhone'], ['handOver']]);
  });

  it('does not send the phone away with the second half of a double press', async () => {
    const { show, find, session, element } = await mountIdentity();
    await show('handover-joined');
    const yes = find('[data-action=confirm-phone]');
    yes.focus();
    const { left, top, width, height } = yes.getBoundingClientRect();
    yes.click();
    await show('handover-connected');
    const under = element.shadowRoot?.elementFromPoint(left + width / 2, top + height / 2);
    if (under instanceof HTMLElement) under.click();
    for (const button of element.renderRoot.querySelectorAll<HTMLElement>('.actions button, button.back')) {
      button.click();
      await element.updateComplete;
      find('dialog [data-action=go-on]').click();
      await element.updateComplete;
      expect(element.renderRoot.querySelector('dialog')).to.equal(null);
    }
    expect(session.calls.slice(1)).to.deep.equal([['confirmPhone']]);
  });

  it('takes the check from the phone once the person has said so', async () => {
    const { show, find, session, element } = await mountIdentity();
    await show('handover-connected');
    for (const [ask, answer] of [
      ['ask-new-link', 'hand-over'],
      ['ask-back', 'back'],
    ]) {
      find(`.actions [data-action=${ask}]`).click();
      await element.updateComplete;
      find(`dialog [data-action=${answer}]`).click();
      await element.updateComplete;
      expect(element.renderRoot.querySelector('dialog')).to.equal(null);
    }
    expect(session.calls.slice(1)).to.deep.equal([['handOver'], ['back']]);
  });

  it('never shows the text of one button on the ground of the one before', async () => {
    const { show, element } = await mountIdentity();
    const buttons = () => [...element.renderRoot.querySelectorAll<HTMLElement>('.actions button')];
    for (const name of ['handover-joined', 'handover-connected', 'handover-left', 'handover-expired'] as const) {
      await show(name);
      for (const button of buttons()) {
        // What runs now runs from the colours of another button.
        expect(button.getAnimations(), `${name}: ${button.textContent}`).to.have.length(0);
      }
    }
  });

  it('moves the focus to what has become of the hand-over, which is read then', async () => {
    const { show, find, element } = await mountIdentity();
    await show('handover-joined');
    find('[data-action=confirm-phone]').focus();
    await show('handover-connected');
    expect(element.shadowRoot?.activeElement).to.equal(find('#title'));
  });

  // The first two are the frame of the demo in a window of 1280 × 800 and of 1280 × 720.
  for (const [width, height] of [
    [414, 608],
    [414, 562],
    [520, 608],
    [640, 608],
    [720, 608],
    [760, 608],
    [880, 608],
    [1024, 608],
    [390, 700],
    [844, 390],
  ] as const) {
    it(`shows code and link without scrolling on ${width} × ${height}`, async () => {
      const { show, find, element } = await mountIdentity();
      Object.assign(element.style, { display: 'block', inlineSize: `${width}px`, blockSize: `${height}px` });
      await show('handover');
      const scroll = find('.panel-scroll');
      const bottom = scroll.getBoundingClientRect().bottom + 0.5;
      expect(find('[data-action=copy-link]').getBoundingClientRect().bottom).to.be.at.most(bottom);
      expect(find('.qr').getBoundingClientRect().bottom).to.be.at.most(bottom);
    });
  }

  it('begins where the computer was', async () => {
    const startFrom = { processId: null, documentType: 'passport', country: 'NOR', consent: null } as const;
    const { session } = await mountIdentity((each) => {
      each.startFrom = startFrom;
    });
    expect(session.options.startFrom).to.equal(startFrom);
  });

  it('shows its state to style sheets', async () => {
    const { element, show } = await mountIdentity();
    await show('processing');
    expect(element.matches(':state(processing)')).to.equal(true);
    await show('passed');
    expect(element.matches(':state(processing)')).to.equal(false);
  });
});

describe('stopping an identity check', () => {
  afterEach(clearPage);

  it('asks first where pictures would be lost, and Escape answers no', async () => {
    const { element, session, show, find } = await mountIdentity();
    await show('review');
    escape(find('.close'));
    await element.updateComplete;
    expect(find('dialog').matches(':modal')).to.equal(true);
    escape(find('dialog button'));
    await element.updateComplete;
    expect(element.renderRoot.querySelector('dialog')).to.equal(null);
    expect(session.calls.filter(([name]) => name === 'cancel')).to.deep.equal([]);
    find('.close').click();
    await element.updateComplete;
    find('dialog [data-action=cancel]').click();
    expect(session.calls.at(-1)).to.deep.equal(['cancel', 'user']);
  });

  it('does not ask where nothing would be', async () => {
    const { session, show, find } = await mountIdentity();
    await show('consent');
    escape(find('.close'));
    expect(session.calls.at(-1)).to.deep.equal(['cancel', 'user']);
  });

  it('asks before the step hears of Escape', async () => {
    const { element, session, documentSessions, show, find } = await mountIdentity();
    await show('back');
    const inner = (find('.step > document-capture') as DocumentCapture).renderRoot.querySelector('.close');
    if (inner === null) throw new Error('the step has no close button');
    expect(inner.getClientRects()).to.have.length(0);
    escape(inner);
    await element.updateComplete;
    expect(find('dialog').matches(':modal')).to.equal(true);
    expect(documentSessions[0]?.calls).to.deep.equal([['start', 'back']]);
    expect(session.calls).to.deep.equal([['start']]);
  });

  it('leaves once it is over', async () => {
    const { events, show, find } = await mountIdentity();
    await show('passed');
    escape(find('.close'));
    expect(events.at(-1)?.type).to.equal('idv-close');
  });
});

describe('the lifetime of an identity check', () => {
  afterEach(clearPage);

  for (const name of Object.keys(IDENTITY_SNAPSHOTS) as IdentityScreenName[]) {
    it(`removed while ${name}: every session is closed and nobody listens any more`, async () => {
      const { element, session, documentSessions, selfieSessions, show } = await mountIdentity();
      await show(name);
      element.remove();
      const all = [session, ...documentSessions, ...selfieSessions];
      expect(all.length).to.equal(name === 'front' || name === 'back' || name === 'selfie' ? 2 : 1);
      expect(all.every(({ closed, listenerCount }) => closed && listenerCount === 0)).to.equal(true);
    });
  }

  it('moves the focus along, into the steps and out of them', async () => {
    const { element, show, showDocument, find } = await mountIdentity();
    await show('consent');
    find('[data-action=accept]').focus();
    await show('select');
    expect(element.shadowRoot?.activeElement).to.equal(find('#title'));
    await show('front');
    await showDocument('searching');
    const step = find('.step > document-capture') as DocumentCapture;
    await step.updateComplete;
    expect(element.shadowRoot?.activeElement).to.equal(step);
    await show('flip');
    expect(element.shadowRoot?.activeElement).to.equal(find('#title'));
  });

  it('takes every property that was set before upgrade', async () => {
    const sessions: FakeIdentitySession[] = [];
    const early = document.createElement('early-id-verification') as unknown as IdVerification;
    Object.assign(early, {
      createGateway: () => undefined,
      maxAttempts: 7,
      theme: 'dark',
      messages: { consent: { general: { title: 'Ours' } } },
      createSession: (options: FakeIdentitySession['options']) => {
        const session = new FakeIdentitySession(options);
        session.snapshot = IDENTITY_SNAPSHOTS.consent;
        sessions.push(session);
        return session;
      },
    });
    document.body.append(early);
    customElements.define('early-id-verification', class extends IdVerification {});
    await early.updateComplete;
    await early.updateComplete;
    expect(sessions[0]?.options.maxAttempts).to.equal(7);
    expect(early.getAttribute('theme')).to.equal('dark');
    expect(early.renderRoot.querySelector('h2')?.textContent).to.equal('Ours');
  });
});
