import { expect } from 'chai';
import type { IdVerification } from '../../src/id-verification/id-verification.ts';
import { initialize } from '../../src/launch/initialize.ts';
import { launchIdVerification, type LaunchIdVerificationOptions } from '../../src/launch/launch-id-verification.ts';
import { launchSelfieLiveness, type LaunchSelfieLivenessOptions } from '../../src/launch/launch-selfie-liveness.ts';
import type { SelfieLiveness } from '../../src/selfie-liveness/selfie-liveness.ts';
import { FakeIdentitySession } from '../fake-identity-session.ts';
import { FakeSession } from '../fake-session.ts';
import { IDENTITY_SNAPSHOTS } from '../identity-snapshots.ts';
import { SCREEN_SNAPSHOTS } from '../screen-snapshots.ts';
import { clearPage } from './mount.ts';

interface Launched {
  readonly element: SelfieLiveness;
  readonly session: FakeSession;
  readonly result: ReturnType<typeof launchSelfieLiveness>;
}

async function launch(options: Partial<LaunchSelfieLivenessOptions> = {}): Promise<Launched> {
  let element: SelfieLiveness | undefined;
  let session: FakeSession | undefined;
  const result = launchSelfieLiveness({
    token: 'token',
    correlationId: 'ours',
    baseUrl: 'https://gateway.example.com',
    ...options,
    onElement(each) {
      element = each;
      each.createSession = (settings) => {
        session = new FakeSession(settings);
        return session;
      };
    },
  });
  await element?.updateComplete;
  await element?.updateComplete;
  if (element === undefined || session === undefined) throw new Error('nothing was launched');
  return { element, session, result };
}

const RESULT = { correlationId: 'ours', status: 'COMPLETED', submissionId: '7' } as const;

describe('launchSelfieLiveness', () => {
  afterEach(clearPage);
  afterEach(() => initialize());

  it('opens over the page, resolves with the result and gives the focus back', async () => {
    const button = document.createElement('button');
    document.body.append(button);
    button.focus();
    const { element, session, result } = await launch();
    expect(element.closest('dialog')?.matches(':modal')).to.equal(true);
    expect(document.activeElement).to.equal(element);
    session.show({ ...SCREEN_SNAPSHOTS.passed, result: RESULT });
    await element.updateComplete;
    element.renderRoot.querySelector<HTMLElement>('[data-action=close].button')?.click();
    expect(await result).to.deep.equal(RESULT);
    expect(document.querySelector('dialog')).to.equal(null);
    expect(session.closed).to.equal(true);
    expect(document.activeElement).to.equal(button);
  });

  it('carries help and screen light to the element, and refuses what it does not know', async () => {
    const { element, session } = await launch({ assist: ['shutter', 'speech'], screenLight: true });
    expect([element.assist, element.screenLight]).to.deep.equal(['speech shutter', true]);
    expect(session.options.screenLight).to.equal(true);
    const plain = await launch();
    expect([plain.element.assist, plain.element.screenLight]).to.deep.equal(['offer', false]);
    expect((await launch({ assist: 'off' })).element.assist).to.equal('off');
    const open = document.querySelectorAll('dialog').length;
    const needed = { token: 'token', correlationId: 'ours', baseUrl: 'https://gateway.example.com' };
    for (const wrong of [{ assist: 'speech' }, { assist: ['loud'] }, { assist: true }, { screenLight: 'on' }]) {
      const launching = launchSelfieLiveness({ ...needed, ...(wrong as object) });
      const error = await launching.catch((thrown: unknown) => thrown);
      expect(error, JSON.stringify(wrong)).to.be.instanceOf(TypeError);
    }
    expect(document.querySelectorAll('dialog').length).to.equal(open);
  });

  it('resolves when the person stops', async () => {
    const { session, result } = await launch();
    const ended = {
      correlationId: 'ours',
      status: 'NOT_COMPLETED',
      extra: { errorCode: 'USER_CANCELLED', detailedErrorCode: 'aborted', errorMessage: '' },
    } as const;
    session.show({ ...SCREEN_SNAPSHOTS.cancelled, result: ended });
    expect((await result).extra?.errorCode).to.equal('USER_CANCELLED');
  });

  it('resolves at once without a result screen', async () => {
    const { session, result } = await launch({ resultScreen: false });
    session.show({ ...SCREEN_SNAPSHOTS.passed, result: RESULT });
    expect((await result).status).to.equal('COMPLETED');
  });

  it('can be called again and again', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { session, result } = await launch({ resultScreen: false });
      session.show({ ...SCREEN_SNAPSHOTS.passed, result: RESULT });
      await result;
    }
    expect(document.querySelector('dialog')).to.equal(null);
  });

  it('closes and rejects when its signal aborts', async () => {
    const controller = new AbortController();
    const { session, result } = await launch({ signal: controller.signal });
    const reason = new Error('gone');
    controller.abort(reason);
    const outcome = await result.then(
      () => 'resolved',
      (error: unknown) => error,
    );
    expect(outcome).to.equal(reason);
    expect(session.closed).to.equal(true);
  });

  it('resolves when the page takes everything away, as a router does', async () => {
    for (const take of [
      () => document.body.replaceChildren(),
      () => document.querySelector('dialog')?.remove(),
      () => document.querySelector('selfie-liveness')?.remove(),
    ]) {
      const { session, result } = await launch();
      session.show(SCREEN_SNAPSHOTS.aligning);
      take();
      expect((await result).status).to.equal('NOT_COMPLETED');
      expect(session.closed).to.equal(true);
      expect(document.querySelector('dialog')).to.equal(null);
    }
  });

  it('resolves when the page has a screen of its own for browsers that cannot', async () => {
    const { session, result } = await launch();
    document.addEventListener('liveness-unsupported', (event) => event.preventDefault(), { once: true });
    session.show(SCREEN_SNAPSHOTS.unsupported);
    expect((await result).status).to.not.equal('COMPLETED');
    expect(document.querySelector('dialog')).to.equal(null);
  });

  it('turns Android’s back gesture and Escape into the close button', async () => {
    const { element, session } = await launch();
    session.show(SCREEN_SNAPSHOTS.aligning);
    const cancel = new Event('cancel', { cancelable: true });
    element.closest('dialog')?.dispatchEvent(cancel);
    expect(cancel.defaultPrevented).to.equal(true);
    expect(session.calls.at(-1)).to.deep.equal(['cancel', 'user']);
    session.show(SCREEN_SNAPSHOTS.cancelled);
  });

  it('takes defaults and a theme', async () => {
    initialize({
      lang: 'id',
      theme: { scheme: 'dark', colors: { onAccent: 'rgb(1, 2, 3)' }, oval: { width: '10rem' } },
    });
    const { element, session } = await launch();
    session.show(SCREEN_SNAPSHOTS.consent);
    await element.updateComplete;
    const button = element.renderRoot.querySelector('.button');
    expect(button === null ? '' : getComputedStyle(button).color).to.equal('rgb(1, 2, 3)');
    expect(element.style.getPropertyValue('--sl-oval-width')).to.equal('10rem');
    expect(element.theme).to.equal('dark');
    expect(button?.textContent?.trim()).to.equal('Setuju dan lanjutkan');
    session.show(SCREEN_SNAPSHOTS.cancelled);
  });

  for (const theme of [undefined, null]) {
    it(`keeps the default looks where theme is ${theme === null ? 'null' : 'left out'}`, async () => {
      const { element, session } = await launch({ ...(theme === null && { theme }) });
      session.show(SCREEN_SNAPSHOTS.consent);
      await element.updateComplete;
      // No token is set, so that those of the element's own styles hold.
      expect(element.style.length).to.equal(0);
      expect(element.theme).to.equal(document.createElement('selfie-liveness').theme);
      session.show(SCREEN_SNAPSHOTS.cancelled);
    });
  }

  it('closes and throws when the session does not take the options', async () => {
    const outcome = await launchSelfieLiveness({
      token: 'token',
      correlationId: 'ours',
      baseUrl: 'https://gateway.example.com',
      onElement(element) {
        element.createSession = () => {
          throw new TypeError('no');
        };
      },
    }).catch((error: unknown) => error);
    expect(outcome).to.be.instanceOf(TypeError);
    expect(document.querySelector('dialog')).to.equal(null);
  });

  it('throws on options that cannot work', async () => {
    const outcome = await launchSelfieLiveness({ token: '', correlationId: 'x', baseUrl: 'y' }).catch(
      (e: unknown) => e,
    );
    expect(outcome).to.be.instanceOf(TypeError);
  });
});

interface LaunchedIdentity {
  readonly element: IdVerification;
  readonly session: FakeIdentitySession;
  readonly result: ReturnType<typeof launchIdVerification>;
}

async function launchIdentity(options: Partial<LaunchIdVerificationOptions> = {}): Promise<LaunchedIdentity> {
  let element: IdVerification | undefined;
  let session: FakeIdentitySession | undefined;
  const result = launchIdVerification({
    baseUrl: '/capture',
    ...options,
    onElement(each) {
      element = each;
      each.createSession = (settings) => {
        session = new FakeIdentitySession(settings);
        return session;
      };
    },
  });
  await element?.updateComplete;
  await element?.updateComplete;
  if (element === undefined || session === undefined) throw new Error('nothing was launched');
  return { element, session, result };
}

describe('launchIdVerification', () => {
  afterEach(clearPage);
  afterEach(() => initialize());

  it('opens over the page, resolves with the outcome and gives the focus back', async () => {
    const button = document.createElement('button');
    document.body.append(button);
    button.focus();
    const { element, session, result } = await launchIdentity();
    expect(element.closest('dialog')?.matches(':modal')).to.equal(true);
    expect(document.activeElement).to.equal(element);
    expect(session.calls).to.deep.equal([['start']]);
    session.show(IDENTITY_SNAPSHOTS.passed);
    await element.updateComplete;
    element.renderRoot.querySelector<HTMLElement>('[data-action=close].button')?.click();
    expect(await result).to.deep.equal({ processId: 'p', status: 'passed', word: 'passed' });
    expect(document.querySelector('dialog')).to.equal(null);
    expect(session.closed).to.equal(true);
    expect(document.activeElement).to.equal(button);
  });

  it('carries help and screen light to the element, from its own options or those of the page', async () => {
    initialize({ assist: 'on', screenLight: true });
    const { element } = await launchIdentity();
    expect([element.assist, element.screenLight]).to.deep.equal(['on', true]);
    const own = await launchIdentity({ assist: 'offer', screenLight: false });
    expect([own.element.assist, own.element.screenLight]).to.deep.equal(['offer', false]);
    const launching = launchIdVerification({ baseUrl: '/capture', assist: ['loud'] as never });
    const error = await launching.catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(TypeError);
  });

  it('resolves when the person stops, at the gateway’s end without a result screen, and after an error', async () => {
    const stopped = await launchIdentity();
    stopped.session.show(IDENTITY_SNAPSHOTS.cancelled);
    expect(await stopped.result).to.deep.equal({ status: 'cancelled', processId: null, word: null });
    const inReview = await launchIdentity({ resultScreen: false });
    inReview.session.show(IDENTITY_SNAPSHOTS['in-review']);
    expect((await inReview.result).status).to.equal('review');
    const failed = await launchIdentity();
    failed.session.show(IDENTITY_SNAPSHOTS.unsupported);
    await failed.element.updateComplete;
    failed.element.requestClose();
    expect(await failed.result).to.deep.equal({ status: 'error', processId: null, word: null });
  });

  it('closes and rejects when its signal aborts, and opens nothing with one that has aborted', async () => {
    const controller = new AbortController();
    const { session, result } = await launchIdentity({ signal: controller.signal });
    const reason = new Error('gone');
    controller.abort(reason);
    expect(await result.catch((error: unknown) => error)).to.equal(reason);
    expect(session.closed).to.equal(true);
    const late = launchIdVerification({ baseUrl: '/capture', signal: controller.signal });
    expect(await late.catch((error: unknown) => error)).to.equal(reason);
    expect(document.querySelector('dialog')).to.equal(null);
  });

  it('resolves when the page takes everything away, whatever was on its way', async () => {
    const { session, result } = await launchIdentity();
    session.show(IDENTITY_SNAPSHOTS.review);
    document.body.replaceChildren();
    expect((await result).status).to.equal('cancelled');
    expect(session.closed).to.equal(true);
  });

  it('takes what suits it of the defaults, and a theme', async () => {
    initialize({
      lang: 'id',
      baseUrl: 'https://selfies.example.com',
      messages: { consent: { title: 'About the selfie' } },
      theme: { colors: { onAccent: 'rgb(1, 2, 3)' } },
    });
    const { element, session } = await launchIdentity({
      recipient: 'Example Bank',
      theme: { colors: { onAccent: 'rgb(4, 5, 6)' }, card: { width: '20rem' } },
    });
    session.show(IDENTITY_SNAPSHOTS.consent);
    await element.updateComplete;
    expect(element.baseUrl).to.equal('/capture');
    expect(element.renderRoot.textContent).to.contain('Example Bank').and.not.to.contain('About the selfie');
    const button = element.renderRoot.querySelector('.button');
    expect(button?.textContent?.trim()).to.equal('Setuju dan lanjutkan');
    expect(button === null ? '' : getComputedStyle(button).color).to.equal('rgb(4, 5, 6)');
    expect(element.style.getPropertyValue('--sl-card-width')).to.equal('20rem');
    session.show(IDENTITY_SNAPSHOTS.cancelled);
  });

  it('throws on options that cannot work, and leaves no dialog', async () => {
    expect(await launchIdVerification({}).catch((error: unknown) => error)).to.be.instanceOf(TypeError);
    const outcome = await launchIdVerification({
      baseUrl: '/capture',
      onElement: (element) => {
        element.country = 'Utopia';
      },
    }).catch((error: unknown) => error);
    expect(outcome).to.be.instanceOf(TypeError);
    expect(document.querySelector('dialog')).to.equal(null);
  });
});
