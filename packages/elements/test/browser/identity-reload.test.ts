import type {
  Depiction,
  DocumentCaptureResult,
  IdentityGateway,
  IdentityPoll,
  IdentitySession,
  IdentitySnapshot,
} from '@bonafide/browser-core/identity';
import { createIdentitySession } from '@bonafide/browser-core/identity';
import { expect } from 'chai';
import { defineIdVerification } from '../../src/id-verification/define-id-verification.ts';
import type { IdVerification } from '../../src/id-verification/id-verification.ts';
import type { DocumentCapture } from '../../src/document-capture/document-capture.ts';
import type { SelfieLiveness } from '../../src/selfie-liveness/selfie-liveness.ts';
import { captureOf } from '../document-snapshots.ts';
import { FakeDocumentSession } from '../fake-document-session.ts';
import { FakeSession } from '../fake-session.ts';
import { clearPage } from './mount.ts';
import { PICTURE } from './mount-identity.ts';

type Phase = IdentitySnapshot['phase'];

/** What a gateway keeps while pages come and go. */
class Kept {
  readonly calls: string[] = [];
  readonly received = new Set<Depiction>();
  submitted = false;
  /** Whether a submission is answered. */
  answers = true;
  end: IdentityPoll | null = null;

  gateway(eager: boolean): IdentityGateway {
    const base = { retryAfterMs: null, attemptsLeft: null };
    const process = () => ({
      processId: 'process-1',
      depictions: ['FRONT', 'BACK', 'SELFIE'] as const,
      received: [...this.received],
    });
    const poll = (): IdentityPoll => this.end ?? { ...base, state: this.submitted ? 'processing' : 'pending' };
    return {
      open: async () => ({
        documents: [
          { documentType: 'passport', sides: ['front'], countries: null },
          { documentType: 'identityCard', sides: ['front', 'back'], countries: null },
        ],
        selfie: true,
        countryOfResidence: 'NOR',
        consent: null,
        eager,
      }),
      create: async () => {
        this.calls.push('create');
        return process();
      },
      resume: async (processId) => {
        this.calls.push(`resume ${processId}`);
        return { process: process(), poll: poll() };
      },
      put: async (depiction, _picture, onProgress) => {
        this.calls.push(`put ${depiction}`);
        onProgress(1);
        this.received.add(depiction);
      },
      submit: async (signal) => {
        this.calls.push('submit');
        if (!this.answers)
          await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
        this.submitted = true;
      },
      poll: async () => poll(),
      cancel: () => Promise.reject(new Error('nobody has stopped')),
    };
  }
}

interface Life {
  readonly element: IdVerification;
  readonly session: IdentitySession;
}

/** One life of the page: the real session on the real storage, and steps that do nothing by themselves. */
async function mount(kept: Kept, eager: boolean): Promise<Life> {
  defineIdVerification();
  const element = document.createElement('id-verification');
  const sessions: IdentitySession[] = [];
  element.createGateway = () => kept.gateway(eager);
  element.createSession = (options) => {
    const support = { supported: true, blockers: [], warnings: [] } as never;
    const session = createIdentitySession({
      ...options,
      ports: { ...options.ports, checkSupport: () => Promise.resolve(support) },
    });
    sessions.push(session);
    return session;
  };
  element.configureStep = (step) => {
    if (step.localName === 'document-capture')
      (step as DocumentCapture).createSession = (options) => new FakeDocumentSession(options);
    else (step as SelfieLiveness).createSession = (options) => new FakeSession(options);
  };
  document.body.append(element);
  await element.updateComplete;
  const [session] = sessions;
  if (session === undefined) throw new Error('no session');
  return { element, session };
}

function reached(session: IdentitySession, wanted: (snapshot: IdentitySnapshot) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = session.subscribe((snapshot) => check(snapshot));
    const check = (snapshot: IdentitySnapshot): void => {
      const isWanted = wanted(snapshot);
      if (!isWanted && snapshot.phase !== 'error') return;
      stop();
      if (isWanted) resolve();
      else reject(new Error(`error: ${snapshot.failure?.code ?? ''}`));
    };
    check(session.snapshot);
  });
}

const side = (name: 'front' | 'back'): DocumentCaptureResult => ({
  ...captureOf(PICTURE),
  side: name,
  digest: (name === 'front' ? '1' : '2').repeat(64),
  frameDigest: (name === 'front' ? '3' : '4').repeat(64),
});

/** What a person does in each phase to leave it. */
const ON: Partial<Record<Phase, (session: IdentitySession) => void>> = {
  consent: (session) => session.acceptConsent(),
  selecting: (session) => session.select({ documentType: 'identityCard', country: 'NOR' }),
  'capturing-front': (session) => session.captured(side('front')),
  flipping: (session) => session.next(),
  'capturing-back': (session) => session.captured(side('back')),
  reviewing: (session) => session.keep(),
  'capturing-selfie': (session) =>
    session.selfieCaptured({ image: PICTURE, digest: '5'.repeat(64), evidence: { bonafide: { version: '1' } } }),
};

/** Goes on until the phase is reached and everything that is to be kept has been sent. */
async function walkTo(phase: Phase, { session }: Life, eager: boolean): Promise<void> {
  const isSettled = ({ captures, phase: now }: IdentitySnapshot): boolean =>
    now === phase && (!eager || captures.every(({ sent }) => sent));
  for (;;) {
    const { snapshot } = session;
    if (snapshot.phase === phase) return await reached(session, isSettled);
    ON[snapshot.phase]?.(session);
    await reached(session, (now) => now.phase !== snapshot.phase);
  }
}

/** What a reload must not change; the pictures themselves go with the page. */
function promised({ phase, step, steps, documentType, country, attempt, consent, captures }: IdentitySnapshot) {
  return {
    phase,
    step,
    steps,
    documentType,
    country,
    attempt,
    consent,
    captures: captures.map(({ depiction, digest, sent }) => ({ depiction, digest, sent })),
  };
}

const STEPS: readonly (readonly [phase: Phase, shown: RegExp])[] = [
  ['consent', /Agreement$/],
  ['selecting', /Document$/],
  ['capturing-front', /Front$/],
  ['flipping', /Turn over$/],
  ['capturing-back', /Back$/],
  ['reviewing', /Review$/],
  ['capturing-selfie', /Selfie$/],
  ['submitting', /Sending$/],
  ['processing', /Result$/],
];

describe('a reload of an identity check', () => {
  beforeEach(() => sessionStorage.clear());
  afterEach(() => {
    clearPage();
    sessionStorage.clear();
  });

  for (const [phase, shown] of STEPS) {
    it(`while ${phase} goes on there, and nothing is asked or sent again`, async () => {
      const kept = new Kept();
      kept.answers = phase !== 'submitting';
      const before = await mount(kept, true);
      await walkTo(phase, before, true);
      const was = promised(before.session.snapshot);
      const sent = kept.calls.filter((call) => call === 'create' || call.startsWith('put '));
      before.element.remove();

      const after = await mount(kept, true);
      await reached(after.session, (now) => now.phase === phase);
      await after.element.updateComplete;
      expect(after.element.state).to.equal(phase);
      expect(promised(after.session.snapshot)).to.deep.equal(was);
      expect(after.session.snapshot.notice).to.equal(null);
      expect(kept.calls.filter((call) => call === 'create' || call.startsWith('put '))).to.deep.equal(sent);
      expect(new Set(sent).size).to.equal(sent.length);
      const root = after.element.renderRoot;
      expect(root.querySelector('.journey')?.textContent?.trim()).to.match(shown);
      // What is at the gateway and no longer here is told, not shown as an empty frame.
      if (phase === 'reviewing')
        expect([...root.querySelectorAll('.picture')].map((picture) => picture.textContent)).to.satisfy(
          (texts: string[]) => texts.length === 2 && texts.every((text) => text.includes('Sent')),
        );
    });
  }

  it('leads from there to the end', async () => {
    const kept = new Kept();
    const before = await mount(kept, true);
    await walkTo('capturing-back', before, true);
    before.element.remove();
    const after = await mount(kept, true);
    await reached(after.session, (now) => now.phase === 'capturing-back');
    await walkTo('processing', after, true);
    expect(kept.calls.filter((call) => call.startsWith('put '))).to.deep.equal(['put FRONT', 'put BACK', 'put SELFIE']);
  });

  it('of a check that the gateway has ended meanwhile shows the end, and leads to a new one', async () => {
    const kept = new Kept();
    const before = await mount(kept, true);
    await walkTo('processing', before, true);
    before.element.remove();
    kept.end = { state: 'done', status: 'failed', word: 'rejected', retryAfterMs: null, attemptsLeft: null };
    const after = await mount(kept, true);
    await reached(after.session, (now) => now.phase === 'failed');
    await after.element.updateComplete;
    expect(after.element.outcome).to.deep.equal({ processId: 'process-1', status: 'failed', word: 'rejected' });
    after.element.remove();
    // It is over: the next life begins anew.
    const next = await mount(kept, true);
    await reached(next.session, (now) => now.phase === 'consent');
  });

  it('says which pictures are gone that had not been sent, and asks for them alone', async () => {
    const kept = new Kept();
    const before = await mount(kept, false);
    await walkTo('reviewing', before, false);
    before.element.remove();
    const after = await mount(kept, false);
    await reached(after.session, (now) => now.phase === 'capturing-front');
    await after.element.updateComplete;
    const { consent, documentType, country, notice } = after.session.snapshot;
    expect({ granted: consent?.granted, documentType, country, notice }).to.deep.equal({
      granted: true,
      documentType: 'identityCard',
      country: 'NOR',
      notice: 'pictures-lost',
    });
    expect(kept.calls).to.deep.equal([]);
  });
});
