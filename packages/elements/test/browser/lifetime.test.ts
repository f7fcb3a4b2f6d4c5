import { expect } from 'chai';
import { defineSelfieLiveness } from '../../src/selfie-liveness/define-selfie-liveness.ts';
import { SelfieLiveness } from '../../src/selfie-liveness/selfie-liveness.ts';
import { FakeSession } from '../fake-session.ts';
import { SCREEN_SNAPSHOTS, type ScreenName } from '../screen-snapshots.ts';
import { clearPage, mount } from './mount.ts';

describe('a lifetime', () => {
  afterEach(clearPage);

  for (const name of Object.keys(SCREEN_SNAPSHOTS) as ScreenName[]) {
    it(`removed while ${name}: the session is closed and nobody listens any more`, async () => {
      const { element, session, show } = await mount();
      const canvas = document.createElement('canvas');
      canvas.getContext('2d');
      const stream = name === 'aligning' || name === 'holding' ? canvas.captureStream() : null;
      await show(name, { stream });
      const video = element.renderRoot.querySelector('video');
      if (stream !== null) expect(video?.srcObject).to.equal(stream);
      element.remove();
      expect(session.closed).to.equal(true);
      expect(session.listenerCount).to.equal(0);
      expect(video?.srcObject ?? null).to.equal(null);
    });
  }

  it('put back on the page, it begins anew', async () => {
    const { element, sessions, show } = await mount();
    await show('aligning');
    element.remove();
    document.body.append(element);
    await element.updateComplete;
    expect(sessions).to.have.length(2);
    expect(sessions[0]?.closed).to.equal(true);
    expect(sessions[1]?.closed).to.equal(false);
    expect(sessions[1]?.calls).to.deep.equal([['start']]);
    expect(element.state).to.equal('idle');
  });

  it('mounted and removed at once, as strict frameworks do, it makes no session that stays open', async () => {
    const { element, sessions } = await mount((each) => {
      document.body.append(each);
      each.remove();
    });
    await element.updateComplete;
    expect(sessions.filter(({ closed }) => !closed)).to.have.length(1);
  });

  it('disposed, it lets go at once', async () => {
    const { element, session, show } = await mount();
    await show('aligning');
    element.dispose();
    expect(session.closed).to.equal(true);
  });

  it('cancels when its signal aborts', async () => {
    const controller = new AbortController();
    const { session } = await mount((each) => {
      each.signal = controller.signal;
    });
    controller.abort();
    expect(session.calls.at(-1)).to.deep.equal(['cancel', 'user']);
  });

  it('does not start by itself with a signal that has aborted', async () => {
    const { sessions } = await mount((each) => {
      each.signal = AbortSignal.abort();
    });
    expect(sessions).to.have.length(0);
  });

  it('takes every property that was set before upgrade', async () => {
    const sessions: FakeSession[] = [];
    const early = document.createElement('early-selfie-liveness') as unknown as SelfieLiveness;
    Object.assign(early, {
      baseUrl: 'https://gateway.example.com',
      sessionToken: 'token',
      maxAttempts: 7,
      theme: 'dark',
      messages: { consent: { title: 'Ours' } },
      createSession: (options: FakeSession['options']) => {
        const session = new FakeSession(options);
        session.snapshot = SCREEN_SNAPSHOTS.consent;
        sessions.push(session);
        return session;
      },
    });
    document.body.append(early);
    customElements.define('early-selfie-liveness', class extends SelfieLiveness {});
    await early.updateComplete;
    await early.updateComplete;
    expect(sessions[0]?.options.maxAttempts).to.equal(7);
    expect(early.getAttribute('theme')).to.equal('dark');
    expect(early.renderRoot.querySelector('h2')?.textContent).to.equal('Ours');
  });

  it('is two elements on one page that know nothing of each other', async () => {
    const first = await mount();
    const second = await mount();
    await first.show('passed');
    await second.show('aligning');
    expect(first.element.state).to.equal('passed');
    expect(second.element.state).to.equal('aligning');
    first.element.remove();
    expect(second.session.closed).to.equal(false);
    expect(first.element.correlationId).not.to.equal(second.element.correlationId);
  });

  it('may be defined twice', () => {
    defineSelfieLiveness();
    expect(() => defineSelfieLiveness()).not.to.throw();
  });
});
