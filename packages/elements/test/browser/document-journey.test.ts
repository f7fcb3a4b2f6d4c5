import { expect } from 'chai';
import { DocumentCapture } from '../../src/document-capture/document-capture.ts';
import type { DocumentCaptureEvent } from '../../src/document-capture/document-capture-events.ts';
import { captureOf, DOCUMENT_SNAPSHOTS, type DocumentScreenName } from '../document-snapshots.ts';
import { FakeDocumentSession } from '../fake-document-session.ts';
import { clearPage } from './mount.ts';
import { mountDocument } from './mount-document.ts';

const names = (events: readonly Event[]): string[] => events.map(({ type }) => type);
const SUMMARY = { side: 'front', digest: 'd' } as never;
const QUAD = captureOf(new Blob()).quad;

describe('the capture of a document', () => {
  afterEach(clearPage);

  it('starts by itself, and waits on a start screen where one is asked for', async () => {
    const { session } = await mountDocument();
    expect(session.calls).to.deep.equal([['start', 'front']]);
    const waiting = await mountDocument((each) => {
      each.startScreen = true;
      each.documentType = 'passport';
    });
    expect(waiting.sessions).to.have.length(0);
    expect(waiting.find('h2').textContent).to.equal('Photo page of your passport');
    waiting.find('[data-action=start]').click();
    expect(waiting.session.calls).to.deep.equal([['start', 'front']]);
  });

  it('hands its settings to the session', async () => {
    const { session } = await mountDocument((each) => {
      each.setAttribute('side', 'back');
      each.setAttribute('document-type', 'driversLicense');
      each.setAttribute('country', 'USA');
      each.setAttribute('capture', 'manual');
      each.setAttribute('manual-after', '5000');
      each.setAttribute('allow-upload', '');
      each.setAttribute('max-file-mb', '8');
      each.setAttribute('assets-url', '/somewhere');
      each.thresholds = { stableFrames: 6 };
    });
    const { side, expected, capture, manualAfterMs, allowUpload, limits, assetsUrl, policy } = session.options;
    expect({ side, expected, capture, manualAfterMs, allowUpload, limits, assetsUrl, policy }).to.deep.equal({
      side: 'back',
      expected: { documentType: 'driversLicense', country: 'USA' },
      capture: 'manual',
      manualAfterMs: 5000,
      allowUpload: true,
      limits: { maximumBytes: 8_000_000 },
      assetsUrl: '/somewhere/',
      policy: { stableFrames: 6 },
    });
  });

  it('asks the session for what the buttons say', async () => {
    const { session, show, find } = await mountDocument();
    await show('manual');
    find('[data-action=capture]').click();
    find('[data-action=torch]').click();
    const select = find('select') as HTMLSelectElement;
    select.value = 'wide';
    select.dispatchEvent(new Event('change'));
    await show('refused');
    find('[data-action=retry]').click();
    find('.close').click();
    expect(session.calls.slice(1)).to.deep.equal([
      ['capture'],
      ['setTorch', true],
      ['switchCamera', 'wide'],
      ['retry'],
      ['cancel'],
    ]);
  });

  it('gives the file that was chosen, the same one twice as well', async () => {
    const { session, show, find } = await mountDocument();
    await show('upload');
    const input = find('input[type=file]') as HTMLInputElement;
    let asked = 0;
    input.addEventListener('click', (event) => {
      asked += 1;
      event.preventDefault();
    });
    find('[data-action=upload]').click();
    expect(asked).to.equal(1);
    for (let time = 0; time < 2; time += 1) {
      const files = new DataTransfer();
      files.items.add(new File(['12345'], 'card.jpg', { type: 'image/jpeg' }));
      input.files = files.files;
      input.dispatchEvent(new Event('change'));
      expect(input.value).to.equal('');
    }
    expect(session.calls.filter(([name]) => name === 'upload')).to.deep.equal([
      ['upload', 5],
      ['upload', 5],
    ]);
  });

  it('takes a file before anybody started: that is the start', async () => {
    const waiting = await mountDocument((each) => {
      each.startScreen = true;
    });
    waiting.element.upload(new File(['12345'], 'card.jpg', { type: 'image/jpeg' }));
    expect(waiting.sessions).to.have.length(1);
    expect(waiting.session.calls).to.deep.equal([['upload', 5]]);
  });

  it('tells the page what happens, in order', async () => {
    const { events, session, show } = await mountDocument();
    await show('checking');
    await show('permission');
    await show('loading');
    await show('searching');
    await show('holding');
    await show('reading');
    session.emit('capture', SUMMARY);
    await show('captured');
    expect(names(events)).to.deep.equal([
      'document-state',
      'document-state',
      'document-ready',
      'document-permission',
      'document-state',
      'document-permission',
      'document-progress',
      'document-state',
      'document-camera',
      'document-guidance',
      'document-state',
      'document-guidance',
      'document-progress',
      'document-state',
      'document-capture',
      'document-state',
      'document-complete',
    ]);
    expect(events.every(({ bubbles, composed }) => bubbles && composed)).to.equal(true);
  });

  it('is complete once the person has kept the picture, and takes another where it was not', async () => {
    const { events, session, show, find, element } = await mountDocument();
    session.emit('capture', SUMMARY);
    await show('review');
    expect(names(events)).not.to.contain('document-complete');
    expect(find('.picture img').getAttribute('src')).to.match(/^blob:/);
    find('[data-action=retake]').click();
    expect(session.calls.at(-1)).to.deep.equal(['start', 'front']);
    find('[data-action=keep]').click();
    await element.updateComplete;
    expect(names(events).slice(-3)).to.deep.equal(['document-review', 'document-review', 'document-complete']);
    expect(find('h2').textContent).to.equal('Got it');
  });

  it('goes on with the other side, and keeps the session', async () => {
    const { element, session, sessions, show } = await mountDocument();
    await show('captured');
    element.side = 'back';
    element.start();
    expect(session.calls.at(-1)).to.deep.equal(['start', 'back']);
    expect(sessions).to.have.length(1);
  });

  it('keeps the pictures to itself without expose-media', async () => {
    const { element, show } = await mountDocument();
    await show('captured');
    expect(element.result).to.equal(null);
    element.exposeMedia = true;
    expect(element.result?.digest).to.have.length(64);
  });

  it('lets the page veto a picture', async () => {
    const { element, session, events, show } = await mountDocument();
    element.addEventListener('document-capture', (event) => event.preventDefault());
    session.emit('capture', SUMMARY);
    expect(session.calls.at(-1)).to.deep.equal(['cancel']);
    await show('captured');
    expect(names(events)).not.to.contain('document-complete');
  });

  it('draws what was found without rendering', async () => {
    const { element, session, show, find } = await mountDocument();
    await show('searching');
    let updates = 0;
    element.addController({ hostUpdate: () => (updates += 1) });
    session.emit('measurement', { width: 1280, height: 720, document: { quad: QUAD } } as never);
    await element.updateComplete;
    expect(find('.found polygon').getAttribute('points')).to.equal('200.0,120.0 1080.0,120.0 1080.0,675.0 200.0,675.0');
    expect(find('.found').getAttribute('viewBox')).to.equal('0 0 1280 720');
    expect(find('.stage').hasAttribute('data-found')).to.equal(true);
    session.emit('measurement', { width: 1280, height: 720, document: null } as never);
    expect(find('.stage').hasAttribute('data-found')).to.equal(false);
    session.show({ phase: 'holding', guidance: 'hold-still', progress: 0.1 });
    await element.updateComplete;
    updates = 0;
    for (let step = 2; step <= 9; step += 1) session.show({ progress: step / 10 });
    await element.updateComplete;
    expect(updates).to.equal(0);
    expect(find('.card .ring-value').getAttribute('stroke-dasharray')).to.equal('90 100');
  });

  it('has a frame of the shape of what is wanted', async () => {
    const { show, find } = await mountDocument();
    await show('passport');
    expect(find('.stage').dataset['format']).to.equal('id-3');
    await show('searching');
    expect(find('.stage').dataset['format']).to.equal('id-1');
  });

  it('moves the focus to the new heading when it was inside, and stops on Escape', async () => {
    const { element, session, show, find } = await mountDocument();
    await show('refused');
    find('[data-action=retry]').focus();
    await show('searching');
    expect(element.shadowRoot?.activeElement).to.equal(find('#title'));
    find('#title').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
    expect(session.calls.at(-1)).to.deep.equal(['cancel']);
  });
});

describe('the lifetime of a document capture', () => {
  afterEach(clearPage);

  for (const name of Object.keys(DOCUMENT_SNAPSHOTS) as DocumentScreenName[]) {
    it(`removed while ${name}: the session is closed and nobody listens any more`, async () => {
      const { element, session, show } = await mountDocument();
      const canvas = document.createElement('canvas');
      canvas.getContext('2d');
      await show(name, name === 'searching' ? { stream: canvas.captureStream() } : {});
      const video = element.renderRoot.querySelector('video');
      element.remove();
      expect(session.closed).to.equal(true);
      expect(session.listenerCount).to.equal(0);
      expect(video?.srcObject ?? null).to.equal(null);
    });
  }

  it('takes every property that was set before upgrade', async () => {
    const sessions: FakeDocumentSession[] = [];
    const early = document.createElement('early-document-capture') as unknown as DocumentCapture;
    Object.assign(early, {
      documentType: 'passport',
      theme: 'dark',
      messages: { sides: { passport: { front: 'Ours' } } },
      createSession: (options: FakeDocumentSession['options']) => {
        const session = new FakeDocumentSession(options);
        session.snapshot = DOCUMENT_SNAPSHOTS.passport;
        sessions.push(session);
        return session;
      },
    });
    document.body.append(early);
    customElements.define('early-document-capture', class extends DocumentCapture {});
    await early.updateComplete;
    await early.updateComplete;
    expect(sessions[0]?.options.expected?.documentType).to.equal('passport');
    expect(early.getAttribute('theme')).to.equal('dark');
    expect(early.renderRoot.querySelector('h2')?.textContent).to.equal('Ours');
  });

  it('says what the guidance is about', async () => {
    const { events, show } = await mountDocument();
    await show('wrong-side');
    const guidance = events.find(
      ({ type }) => type === 'document-guidance',
    ) as DocumentCaptureEvent<'document-guidance'>;
    expect(guidance.detail).to.deep.include({ code: 'wrong-side', side: 'back', severity: 'problem' });
  });
});
