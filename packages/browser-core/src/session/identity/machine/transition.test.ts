import { describe, expect, it } from 'vitest';

import { IdentityDriver, PROCESS, REQUIREMENTS } from '../testing/drive-identity.ts';
import { toResumePoint } from './resume-point.ts';
import { stepsOf } from './plan.ts';

const driver = (settings = {}, requirements = {}): IdentityDriver => new IdentityDriver(settings, requirements);
const CONSENT = { type: 'accept-consent', at: '2026-01-01T00:00:00.000Z' } as const;

describe('the way through', () => {
  it('asks device and gateway at the same time, and for consent before anything else', () => {
    const machine = driver().send({ type: 'start', resume: null });
    expect(machine.types).toEqual(expect.arrayContaining(['check-support', 'open']));
    machine.send({ type: 'opened', requirements: REQUIREMENTS });
    expect(machine.state.phase).toBe('checking');
    expect(machine.send({ type: 'support-checked', blockers: [] }).state.phase).toBe('consent');
  });

  it('goes from consent to processing, one step after the other', () => {
    const machine = driver().opened();
    const phases = [machine.state.phase];
    const note = (): void => void (phases.at(-1) === machine.state.phase || phases.push(machine.state.phase));
    machine.send(CONSENT);
    note();
    machine.send({ type: 'select', documentType: 'identityCard', country: 'PRT' });
    note();
    machine.take('FRONT').settle();
    note();
    machine.send({ type: 'next' });
    note();
    machine.take('BACK').settle();
    note();
    machine.send({ type: 'keep' });
    note();
    machine.take('SELFIE');
    note();
    machine.settle();
    note();
    expect(phases).toEqual([
      'consent',
      'selecting',
      'capturing-front',
      'flipping',
      'capturing-back',
      'reviewing',
      'capturing-selfie',
      'submitting',
      'processing',
    ]);
    expect(machine.poll({ state: 'done', status: 'passed', word: 'accepted' }).state).toMatchObject({
      phase: 'passed',
      failure: null,
      outcome: { processId: 'process-1', status: 'passed', word: 'accepted' },
    });
  });

  it.each([
    [
      'a passport has one side',
      { documentType: 'passport' },
      {},
      ['consent', 'front', 'review', 'selfie', 'submit', 'result'],
    ],
    ['no selfie', { documentType: 'passport' }, { selfie: false }, ['consent', 'front', 'review', 'submit', 'result']],
    ['no document', {}, { documents: [] }, ['consent', 'selfie', 'submit', 'result']],
    [
      'no review',
      { documentType: 'passport', review: false, consent: 'none' },
      {},
      ['front', 'selfie', 'submit', 'result'],
    ],
    [
      'one kind of document',
      {},
      { documents: REQUIREMENTS.documents.slice(1) },
      ['consent', 'front', 'flip', 'back', 'review', 'selfie', 'submit', 'result'],
    ],
  ] as const)('%s', (_name, settings, requirements, steps) => {
    expect(stepsOf(driver(settings, requirements).opened().state)).toEqual(steps);
  });

  it('offers what both the gateway takes and the host offers, and says so when that is nothing', () => {
    const machine = driver({ countries: ['PRT', 'SWE'], documentTypes: ['identityCard', 'ktp'] }).toSelecting();
    expect(machine.state).toMatchObject({ phase: 'capturing-front', documentType: 'identityCard', country: 'PRT' });
    expect(driver({ documentTypes: ['ktp'] }).opened().state.failure).toMatchObject({
      code: 'document-unsupported',
      retryable: false,
    });
  });

  it('asks for the type alone where the country is given, and takes no other', () => {
    const machine = driver({ country: 'PRT' }).toSelecting();
    expect(machine.send({ type: 'select', documentType: 'identityCard', country: 'USA' }).state.phase).toBe(
      'selecting',
    );
    expect(machine.send({ type: 'select', documentType: 'identityCard', country: 'PRT' }).state).toMatchObject({
      phase: 'capturing-front',
      country: 'PRT',
    });
  });

  it('does not take a choice that was not offered', () => {
    const machine = driver().toSelecting();
    expect(machine.send({ type: 'select', documentType: 'ktp', country: null }).state.phase).toBe('selecting');
    expect(machine.send({ type: 'select', documentType: 'identityCard', country: 'USA' }).state.phase).toBe(
      'selecting',
    );
  });
});

describe('consent', () => {
  it.each([
    ['asked by default', {}, {}, 'general'],
    ['the host may do without', { consent: 'none' }, {}, null],
    ['not for a resident of the United States', { consent: 'none', countryOfResidence: 'USA' }, {}, 'biometric-us'],
    ['nor when the gateway knows it better', { consent: 'none' }, { countryOfResidence: 'USA' }, 'biometric-us'],
    [
      'nor where the gateway demands it',
      { consent: 'none', countryOfResidence: 'CAN' },
      { consent: { version: '2', requiredIn: ['CAN'], documents: [] } },
      'biometric-us',
    ],
    [
      'nor where nobody knows where the person lives',
      { consent: 'none', countryOfResidence: null },
      { consent: { version: '2', requiredIn: ['USA'], documents: [] } },
      'biometric-us',
    ],
  ] as const)('%s', (_name, settings, requirements, kind) => {
    const machine = driver(settings, requirements).opened();
    expect(machine.state.phase).toBe(kind === null ? 'selecting' : 'consent');
  });

  it('is recorded with its version and the time, and sent with the process', () => {
    const consent = { version: '2026-01', requiredIn: ['USA'], documents: [] };
    const machine = driver({ countryOfResidence: 'USA' }, { consent }).toFront().take('FRONT');
    expect(machine.effect('create')?.request).toEqual({
      documentType: 'identityCard',
      country: 'NOR',
      countryOfResidence: 'USA',
      consent: { granted: true, version: '2026-01', at: CONSENT.at },
    });
  });

  it('that is refused ends the journey, and nothing has been sent', () => {
    const machine = driver().opened().send({ type: 'decline-consent' });
    expect(machine.state).toMatchObject({
      phase: 'cancelled',
      failure: { code: 'consent-declined', retryable: false },
    });
    expect(machine.log.map(({ type }) => type)).not.toContain('create');
    expect(machine.types).toContain('clear-resume');
  });

  it('is asked for again when its version has changed', () => {
    const machine = driver().toFront().take('FRONT').fail('gateway', 'internal');
    expect(machine.state).toMatchObject({ phase: 'error', wayOn: 'restart' });
    machine.send({ type: 'retry' }).send({ type: 'support-checked', blockers: [] });
    machine.send({
      type: 'opened',
      requirements: { ...REQUIREMENTS, consent: { version: '2', requiredIn: ['NOR'], documents: [] } },
    });
    expect(machine.state.phase).toBe('consent');
    expect(machine.send(CONSENT).state).toMatchObject({ phase: 'flipping', consent: { version: '2' } });
  });
});

describe('back, next and retake', () => {
  it('go along the steps; what was taken stays taken', () => {
    const machine = driver().toReview().send({ type: 'back' });
    expect(machine.state.phase).toBe('capturing-back');
    expect(machine.send({ type: 'back' }).state.phase).toBe('flipping');
    expect(machine.send({ type: 'back' }).state.phase).toBe('capturing-front');
    expect(machine.send({ type: 'back' }).state.phase).toBe('selecting');
    expect(machine.send({ type: 'back' }).state.phase).toBe('consent');
    expect(machine.send({ type: 'back' }).state.phase).toBe('consent');
    expect(machine.send({ type: 'next' }).state.phase).toBe('selecting');
    expect(machine.send({ type: 'next' }).state.phase).toBe('capturing-front');
    expect(machine.state.pictures.BACK).not.toBeNull();
  });

  it('lead no further than what is done', () => {
    const machine = driver().toFront();
    expect(machine.send({ type: 'next' }).state.phase).toBe('capturing-front');
  });

  it('another document drops the pictures and the process of the first', () => {
    const machine = driver().toReview();
    for (let back = 0; back < 4; back++) machine.send({ type: 'back' });
    machine.send({ type: 'select', documentType: 'passport', country: null });
    expect(machine.types).toEqual(expect.arrayContaining(['drop-picture', 'cancel-process']));
    expect(machine.state).toMatchObject({ phase: 'capturing-front', processId: null });
    expect(machine.state.pictures).toEqual({ FRONT: null, BACK: null, SELFIE: null });
  });

  it('a retake leads to that side alone, and back to the review', () => {
    const machine = driver().toReview().send({ type: 'retake', side: 'back' });
    expect(machine.state.phase).toBe('capturing-back');
    expect(machine.take('BACK', 'digest-new').state.phase).toBe('reviewing');
    machine.send({ type: 'retake', side: 'front' });
    expect(machine.state.phase).toBe('capturing-front');
    expect(machine.take('FRONT', 'digest-new').state.phase).toBe('reviewing');
  });
});

describe('sending', () => {
  it('goes ahead while the next picture is taken, where the gateway allows it', () => {
    const machine = driver().toFront().take('FRONT');
    expect(machine.types).toContain('create');
    machine.send({ type: 'created', process: PROCESS });
    expect(machine.effect('put')).toMatchObject({ depiction: 'FRONT' });
    expect(machine.state.phase).toBe('flipping');
  });

  it('waits for the end where it does not', () => {
    const machine = driver({}, { eager: false }).toReview();
    expect(machine.log.some(({ type }) => type === 'create')).toBe(false);
    machine.send({ type: 'keep' }).take('SELFIE');
    expect(machine.types).toContain('create');
    expect(machine.settle().state.phase).toBe('processing');
  });

  it('sends a picture again when it was replaced on its way', () => {
    const machine = driver({ review: false }).toFront().take('FRONT').send({ type: 'created', process: PROCESS });
    machine.send({ type: 'back' }).take('FRONT', 'digest-new');
    expect(machine.types).toEqual(expect.arrayContaining(['abandon', 'drop-picture', 'keep-picture', 'put']));
    expect(machine.send({ type: 'put-done' }).state.pictures.FRONT).toMatchObject({ digest: 'digest-new', sent: true });
  });

  it('interrupts nobody for what can be sent later', () => {
    const machine = driver().toFront().take('FRONT');
    for (let failures = 0; failures < 6; failures++) {
      machine.fail('gateway', 'network');
      if (machine.state.waiting === 'beat') machine.ring('beat');
    }
    expect(machine.state).toMatchObject({ phase: 'flipping', aheadStopped: true });
    machine.send({ type: 'next' }).take('BACK').send({ type: 'keep' }).take('SELFIE');
    expect(machine.types).toContain('create');
    expect(machine.settle().state.phase).toBe('processing');
  });

  it('goes on at the picture that failed, and keeps the others that arrived', () => {
    const machine = driver({}, { eager: false }).toReview().send({ type: 'keep' }).take('SELFIE');
    machine.send({ type: 'created', process: PROCESS }).send({ type: 'put-done' });
    for (let failures = 0; failures < 6; failures++) {
      machine.fail('gateway', 'network');
      if (machine.state.waiting === 'beat') machine.ring('beat');
    }
    expect(machine.state).toMatchObject({ phase: 'error', failure: { code: 'network', retryable: true } });
    machine.send({ type: 'retry' });
    expect(machine.effect('put')).toMatchObject({ depiction: 'BACK' });
  });

  it('asks for another picture when this one is not taken', () => {
    const machine = driver().toSelfie().take('SELFIE').fail('gateway', 'file-too-large');
    expect(machine.state).toMatchObject({ phase: 'error', failure: { code: 'file-too-large', retryable: true } });
    expect(machine.send({ type: 'retry' }).state.phase).toBe('capturing-selfie');
  });

  it('waits for the network, and goes on at once', () => {
    const machine = driver({}, { eager: false }).toReview().send({ type: 'keep' });
    machine.send({ type: 'offline' }).take('SELFIE');
    expect(machine.state).toMatchObject({ phase: 'submitting', waiting: 'online' });
    expect(machine.send({ type: 'online' }).types).toContain('create');
  });

  it('never asks before Retry-After', () => {
    const machine = driver().toFront().take('FRONT').fail('gateway', 'rate-limited', 30_000);
    expect(machine.effect('set-timer')?.delayMs).toBeGreaterThanOrEqual(30_000);
    machine.send({ type: 'offline' }).send({ type: 'online' });
    expect(machine.types).not.toContain('create');
  });

  it('renews a token once', () => {
    const machine = driver().toFront().take('FRONT').fail('gateway', 'token-expired');
    expect(machine.types).toContain('renew');
    expect(machine.send({ type: 'renewed' }).types).toContain('create');
    expect(machine.fail('gateway', 'token-expired').state.failure?.code).toBe('token-expired');
  });

  it('gives up a request that says nothing', () => {
    const machine = driver().toFront().take('FRONT').ring('request');
    expect(machine.state).toMatchObject({ failures: 1, waiting: 'beat' });
  });

  it('goes back for what the process needs besides', () => {
    const machine = driver({ documentType: 'passport' }, { eager: false }).opened().send(CONSENT);
    machine.take('FRONT').send({ type: 'keep' }).take('SELFIE').send({ type: 'created', process: PROCESS });
    expect(machine.state.phase).toBe('flipping');
  });

  it('asks for another document when the gateway does not take this one', () => {
    const machine = driver().toFront().take('FRONT').fail('gateway', 'document-unsupported');
    expect(machine.state.failure).toMatchObject({ code: 'document-unsupported', retryable: true });
    machine.send({ type: 'retry' }).send({ type: 'support-checked', blockers: [] });
    expect(machine.send({ type: 'opened', requirements: REQUIREMENTS }).state.phase).toBe('selecting');
  });
});

describe('processing', () => {
  it('polls slower and slower, obeys Retry-After, and drops the pictures first', () => {
    const machine = driver().toProcessing();
    expect(machine.log.filter(({ type }) => type === 'drop-picture')).toHaveLength(3);
    machine.poll({ state: 'processing', retryAfterMs: 9000 });
    expect(machine.effect('set-timer')).toMatchObject({ timer: 'beat', delayMs: 9000 });
  });

  it('rests while hidden and asks at once on return', () => {
    const machine = driver().toProcessing().send({ type: 'hidden' });
    expect(machine.state.waiting).toBe('visible');
    expect(machine.send({ type: 'visible' }).types).toContain('poll');
  });

  it('can be asked about again when it takes too long', () => {
    const machine = driver().toProcessing().ring('phase');
    expect(machine.state).toMatchObject({ phase: 'error', failure: { code: 'processing-timeout', retryable: true } });
    expect(machine.send({ type: 'retry' }).types).toContain('poll');
  });

  it.each([
    ['passed', 'passed', null],
    ['review', 'review', null],
    ['failed', 'failed', 'verification-failed'],
    ['cancelled', 'cancelled', 'aborted'],
    ['expired', 'expired', 'session-not-found'],
    ['error', 'error', 'server'],
  ] as const)('%s ends it', (status, phase, code) => {
    const machine = driver().toProcessing().poll({ state: 'done', status, word: 'word' });
    expect(machine.state.phase).toBe(phase);
    expect(machine.state.failure?.code ?? null).toBe(code);
  });

  it('after a technical error a retry begins another process', () => {
    const machine = driver().toProcessing().poll({ state: 'done', status: 'error', word: 'failed' });
    machine.send({ type: 'retry' }).send({ type: 'support-checked', blockers: [] });
    machine.send({ type: 'opened', requirements: REQUIREMENTS });
    expect(machine.state).toMatchObject({ phase: 'capturing-front', processId: null, outcome: null });
  });

  it('submits again when the gateway has forgotten it, and not for ever', () => {
    const machine = driver().toProcessing();
    for (let times = 0; times < 2; times++) {
      expect(machine.poll({ state: 'pending' }).types).toContain('submit');
      machine.send({ type: 'submit-done' });
    }
    expect(machine.poll({ state: 'pending' }).state.failure?.code).toBe('invalid-response');
  });
});

describe('recapture', () => {
  const wanted = { state: 'recapture', depictions: ['SELFIE'], reason: 'multiple-faces', attemptsLeft: 2 } as const;

  it('asks for the wanted pictures alone, sends those alone, and counts', () => {
    const machine = driver().toProcessing().poll(wanted);
    expect(machine.state).toMatchObject({ phase: 'recapture', attempt: 2, recapture: { reason: 'multiple-faces' } });
    expect(machine.send({ type: 'next' }).state.phase).toBe('capturing-selfie');
    machine.take('SELFIE', 'digest-new');
    expect(machine.effect('put')).toMatchObject({ depiction: 'SELFIE' });
    expect(machine.settle().state).toMatchObject({ phase: 'processing', recapture: null });
    expect(machine.log.filter(({ type }) => type === 'put')).toHaveLength(4);
  });

  it('notices the very picture that was refused, by its own digest and by that of the file', () => {
    const machine = driver().toSelfie();
    machine.state = { ...machine.state, pictures: { ...machine.state.pictures, FRONT: frontOf('file-1') } };
    machine
      .take('SELFIE')
      .settle()
      .poll({ ...wanted, depictions: ['FRONT'], reason: 'image-quality' });
    machine.send({ type: 'next' }).take('FRONT', 'cut-anew', 'file-1');
    expect(machine.state).toMatchObject({ phase: 'capturing-front', notice: 'same-picture' });
    expect(machine.types).toEqual(['drop-offer']);
    expect(machine.take('FRONT', 'another', 'file-2').state).toMatchObject({ phase: 'reviewing', notice: null });
  });

  it('of both sides has the card turned over; there is no way back to what is settled', () => {
    const machine = driver()
      .toProcessing()
      .poll({ ...wanted, depictions: ['FRONT', 'BACK'], reason: 'image-quality' });
    machine.send({ type: 'next' }).send({ type: 'back' });
    expect(machine.state.phase).toBe('capturing-front');
    expect(machine.take('FRONT', 'a').state.phase).toBe('flipping');
    expect(machine.send({ type: 'next' }).take('BACK', 'b').state.phase).toBe('reviewing');
    expect(machine.send({ type: 'keep' }).settle().state.phase).toBe('processing');
  });

  it.each([
    ['ours', { maxAttempts: 1 }, 5],
    ["the gateway's", {}, 0],
  ] as const)('ends when attempts are used up: %s', (_whose, settings, attemptsLeft) => {
    const machine = driver(settings)
      .toProcessing()
      .poll({ ...wanted, attemptsLeft });
    expect(machine.state).toMatchObject({ phase: 'failed', failure: { code: 'attempts-exhausted', retryable: false } });
  });
});

function frontOf(frameDigest: string) {
  const base = { digest: 'cut-1', origin: 'upload', problems: [], byteCount: 1, held: true, sent: true } as const;
  return { ...base, frameDigest };
}

describe('cancel', () => {
  it.each([
    ['consent', driver().opened(), false],
    ['selecting', driver().toSelecting(), false],
    ['capturing-front', driver().toFront(), false],
    ['reviewing', driver().toReview(), true],
    ['capturing-selfie', driver().toSelfie(), true],
    ['processing', driver().toProcessing(), true],
  ] as const)('in %s tells the gateway where it knows of it, and drops every picture', (phase, machine, told) => {
    expect(machine.state.phase).toBe(phase);
    machine.send({ type: 'cancel', reason: 'user' });
    expect(machine.state).toMatchObject({ phase: 'cancelled', failure: { code: 'aborted' } });
    expect(machine.types.includes('cancel-process')).toBe(told);
    expect(Object.values(machine.state.pictures).every((picture) => picture?.held !== true)).toBe(true);
    expect(machine.types).toContain('clear-resume');
  });
});

describe('after a reload', () => {
  const reload = (machine: IdentityDriver): IdentityDriver => {
    const next = driver();
    return next.opened(toResumePoint(machine.state));
  };
  const answer = (machine: IdentityDriver, received: typeof PROCESS.received, state: 'pending' | 'processing') =>
    machine.send({
      type: 'resumed',
      process: { ...PROCESS, received },
      poll: { state, retryAfterMs: null, attemptsLeft: 2 },
    });

  it.each([
    ['selecting', driver().toSelecting(), [], 'selecting'],
    ['capturing-front', driver().toFront(), [], 'capturing-front'],
    ['flipping', driver().toFront().take('FRONT').settle(), ['FRONT'], 'flipping'],
    ['capturing-back', driver().toFront().take('FRONT').settle().send({ type: 'next' }), ['FRONT'], 'capturing-back'],
    ['reviewing', driver().toReview(), ['FRONT', 'BACK'], 'reviewing'],
    ['capturing-selfie', driver().toSelfie(), ['FRONT', 'BACK'], 'capturing-selfie'],
  ] as const)('in %s it goes on at the same step', (phase, machine, received, expected) => {
    expect(machine.state.phase).toBe(phase);
    const resumed = reload(machine);
    if (machine.state.processId !== null) answer(resumed, received, 'pending');
    expect(resumed.state).toMatchObject({ phase: expected, notice: null });
  });

  it('in processing it asks for the outcome', () => {
    const resumed = answer(reload(driver().toProcessing()), ['FRONT', 'BACK', 'SELFIE'], 'processing');
    expect(resumed.state.phase).toBe('processing');
  });

  it('with a picture that had not arrived it says so, and asks for that one', () => {
    const machine = driver().toFront().take('FRONT').settle().send({ type: 'next' }).take('BACK');
    const resumed = answer(reload(machine), ['FRONT'], 'pending');
    expect(resumed.state).toMatchObject({ phase: 'capturing-back', notice: 'pictures-lost' });
  });

  it('in a recapture it is told of it again, and not counted twice', () => {
    const poll = { state: 'recapture', depictions: ['SELFIE'], reason: 'no-face' } as const;
    const machine = driver().toProcessing().poll(poll);
    const resumed = reload(machine).send({
      type: 'resumed',
      process: { ...PROCESS, received: ['FRONT', 'BACK'] },
      poll: { ...poll, retryAfterMs: null, attemptsLeft: 1 },
    });
    expect(resumed.state).toMatchObject({ phase: 'recapture', attempt: 2 });
  });

  it('a process that is gone, or another person’s, is forgotten with all that belonged to it', () => {
    const resumed = reload(driver().toSelfie()).fail('gateway', 'session-not-found');
    expect(resumed.state).toMatchObject({ phase: 'consent', consent: null, processId: null, chosen: false });
    expect(resumed.types).toContain('clear-resume');
  });
});

describe('hand-over', () => {
  const shown = (): IdentityDriver =>
    driver().toFront().send({ type: 'hand-over' }).send({ type: 'link-made', expiresInMs: 60_000 });

  it('makes a link, looks whether the phone came, and takes over what it did', () => {
    const machine = driver().toFront().send({ type: 'hand-over' });
    expect(machine.effect('make-link')?.request).toMatchObject({ documentType: 'identityCard', processId: null });
    machine.send({ type: 'link-made', expiresInMs: 60_000 }).ring('look');
    expect(machine.types).toContain('poll-link');
    machine.send({ type: 'link-polled', progress: { state: 'connected' } });
    expect(machine.state).toMatchObject({ phase: 'handover', handover: 'connected' });
    expect(machine.state.timers.link).toBeNull();
    machine.ring('look').send({ type: 'link-polled', progress: { state: 'done', processId: 'process-9' } });
    expect(machine.effect('resume')).toMatchObject({ processId: 'process-9' });
    expect(machine.state).toMatchObject({ phase: 'processing', handover: null });
  });

  it('takes the pictures here when a gateway forgets what the phone has sent, and does not wait for nothing', () => {
    const machine = shown().ring('look');
    machine.send({ type: 'link-polled', progress: { state: 'done', processId: 'process-9' } });
    const known = { processId: 'process-9', depictions: ['FRONT', 'BACK', 'SELFIE'], received: [] } as const;
    machine.send({
      type: 'resumed',
      process: known,
      poll: { state: 'processing', attemptsLeft: null, retryAfterMs: null },
    });
    machine.poll({ state: 'pending' });
    expect(machine.state).toMatchObject({ phase: 'capturing-front', notice: 'pictures-lost', submitted: false });
  });

  it('says that the link ran out, and makes another', () => {
    const machine = shown().ring('link');
    expect(machine.state).toMatchObject({ phase: 'handover', handover: 'expired', notice: 'handover-expired' });
    expect(machine.send({ type: 'hand-over' }).types).toContain('make-link');
  });

  it('asks whether a phone that has come is the person’s, and lets it on when it is', () => {
    const machine = shown()
      .ring('look')
      .send({ type: 'link-polled', progress: { state: 'joined', code: '4071' } });
    expect(machine.state).toMatchObject({ handover: 'joined', timers: { link: null } });
    machine.ring('look').send({ type: 'confirm-phone' });
    expect(machine.types).toContain('confirm-link');
    expect(machine.state.handover).toBe('connected');
    machine.send({ type: 'link-confirmed' });
    expect(machine.state.timers.look).not.toBeNull();
    machine.ring('look').send({ type: 'link-polled', progress: { state: 'connected' } });
    expect(machine.state.handover).toBe('connected');
  });

  it('asks again when the confirmation did not arrive', () => {
    const machine = shown()
      .ring('look')
      .send({ type: 'link-polled', progress: { state: 'joined' } });
    machine.send({ type: 'confirm-phone' }).fail('handover', 'network').ring('look');
    machine.send({ type: 'link-polled', progress: { state: 'joined' } });
    expect(machine.state.handover).toBe('joined');
  });

  it('confirms nobody who has not come', () => {
    expect(shown().send({ type: 'confirm-phone' }).types).toEqual([]);
  });

  it.each(['joined', 'connected'] as const)(
    'takes the link from a phone that is %s when another is wanted',
    (state) => {
      const machine = shown()
        .ring('look')
        .send({ type: 'link-polled', progress: { state } })
        .send({ type: 'hand-over' });
      expect(machine.types).toEqual(expect.arrayContaining(['drop-link', 'make-link']));
      expect(machine.state.handover).toBe('preparing');
    },
  );

  it('keeps the link that is on the screen', () => {
    expect(shown().send({ type: 'hand-over' }).types).toEqual([]);
  });

  it('finds out what the phone has done before it goes on here', () => {
    const machine = shown().ring('look');
    machine
      .send({ type: 'link-polled', progress: { state: 'connected', processId: 'process-9' } })
      .send({ type: 'back' });
    expect(machine.types).toContain('drop-link');
    expect(machine.state.phase).toBe('checking');
    machine.send({ type: 'support-checked', blockers: [] }).send({ type: 'opened', requirements: REQUIREMENTS });
    expect(machine.effect('resume')).toMatchObject({ processId: 'process-9' });
    machine.send({
      type: 'resumed',
      process: { ...PROCESS, processId: 'process-9', received: ['FRONT', 'BACK'] },
      poll: { state: 'pending', retryAfterMs: null, attemptsLeft: null },
    });
    expect(machine.state).toMatchObject({ phase: 'reviewing', pictures: { FRONT: { sent: true }, SELFIE: null } });
  });

  it('ends what the phone has begun when the person gives up here', () => {
    const machine = shown().ring('look');
    machine.send({ type: 'link-polled', progress: { state: 'connected', processId: 'process-9' } });
    machine.send({ type: 'cancel', reason: 'user' });
    expect(machine.effect('cancel-process')).toMatchObject({ unknown: 'process-9' });
    expect(machine.types).toContain('drop-link');
    expect(machine.state.phase).toBe('cancelled');
  });

  it('forgets a process that the phone has given up', () => {
    const machine = shown().ring('look');
    machine.send({ type: 'link-polled', progress: { state: 'connected', processId: 'process-9' } }).ring('look');
    machine.send({ type: 'link-polled', progress: { state: 'connected', processId: null } });
    expect(machine.state).toMatchObject({ handover: 'connected', processId: null });
  });

  it('says that the person has stopped on the phone, and asks no more; the way on is here or another link', () => {
    const left = (): IdentityDriver => {
      const machine = shown().ring('look');
      machine.send({ type: 'link-polled', progress: { state: 'connected', processId: 'process-9' } }).ring('look');
      return machine.send({ type: 'link-polled', progress: { state: 'left' } });
    };
    expect(left().state).toMatchObject({
      phase: 'handover',
      handover: 'left',
      processId: null,
      timers: { look: null, link: null },
    });
    expect(left().send({ type: 'visible' }).state.timers.look).toBeNull();
    const here = left().send({ type: 'back' });
    expect(here.state).toMatchObject({ phase: 'capturing-front', documentType: 'identityCard', handover: null });
    expect(here.types).not.toContain('resume');
    const again = left().send({ type: 'hand-over' });
    expect(again.effect('make-link')?.request).toMatchObject({ processId: null, documentType: 'identityCard' });
  });

  it('sends what is still here to a new check when the phone has ended the one that had it', () => {
    const machine = driver().toReview().send({ type: 'keep' });
    expect(machine.state.pictures.FRONT).toMatchObject({ held: true, sent: true });
    machine.send({ type: 'hand-over' }).send({ type: 'link-made', expiresInMs: 60_000 }).ring('look');
    machine.send({ type: 'link-polled', progress: { state: 'left' } }).send({ type: 'back' });
    expect(machine.state).toMatchObject({ phase: 'reviewing', processId: null, pictures: { FRONT: { sent: false } } });
    expect(machine.effect('create')).toBeDefined();
  });

  it('leaves a recapture behind that the phone has ended', () => {
    const machine = driver().toProcessing();
    machine.poll({ state: 'recapture', depictions: ['FRONT'], reason: 'wrong-side' });
    machine.send({ type: 'hand-over' }).send({ type: 'link-made', expiresInMs: 60_000 }).ring('look');
    machine.send({ type: 'link-polled', progress: { state: 'left' } }).send({ type: 'back' });
    expect(machine.state).toMatchObject({ phase: 'capturing-front', recapture: null, submitted: false });
  });

  it('keeps at the gateway what goes on here, and nothing once the person gives up', () => {
    const at9 = (): IdentityDriver => {
      const machine = shown().ring('look');
      return machine.send({ type: 'link-polled', progress: { state: 'connected', processId: 'process-9' } });
    };
    expect(at9().send({ type: 'back' }).effect('drop-link')).toMatchObject({ keep: 'process-9' });
    expect(at9().send({ type: 'hand-over' }).effect('drop-link')).toMatchObject({ keep: 'process-9' });
    expect(at9().send({ type: 'close' }).effect('drop-link')).toMatchObject({ keep: 'process-9' });
    expect(at9().send({ type: 'cancel', reason: 'user' }).effect('drop-link')).toMatchObject({ keep: null });
    // Begun on the phone since the last look.
    expect(shown().send({ type: 'back' }).effect('drop-link')).toMatchObject({ keep: null });
  });

  it.each(['handover-expired', 'handover-ended'] as const)('%s on the phone is the end there', (code) => {
    const machine = driver().toFront().take('FRONT').fail('gateway', code);
    expect(machine.state).toMatchObject({
      phase: 'error',
      failure: { code: 'handover-ended', retryable: false, userAction: 'use-other-device' },
    });
  });

  it('leads back to where it came from, and takes the link back', () => {
    const machine = shown().send({ type: 'back' });
    expect(machine.state.phase).toBe('capturing-front');
    expect(machine.types).toContain('drop-link');
  });

  it('is where a device without a camera begins, and there is no way back from there', () => {
    const machine = driver().send({ type: 'start', resume: null });
    machine.send({ type: 'support-checked', blockers: ['no-camera'] });
    machine.send({ type: 'opened', requirements: REQUIREMENTS });
    expect(machine.state.phase).toBe('handover');
    expect(machine.send({ type: 'back' }).state.phase).toBe('handover');
  });

  it('that is not there leaves a device without a camera with an error, or without a way', () => {
    const blocked = (blocker: 'no-camera' | 'insecure-context'): IdentityDriver =>
      driver({ handover: 'off' })
        .send({ type: 'start', resume: null })
        .send({ type: 'support-checked', blockers: [blocker] })
        .send({ type: 'opened', requirements: REQUIREMENTS });
    expect(blocked('no-camera').state).toMatchObject({ phase: 'error', failure: { code: 'no-camera' } });
    expect(blocked('insecure-context').state.phase).toBe('unsupported');
  });

  it('can be all there is', () => {
    const machine = driver({ handover: 'force' }).opened();
    expect(machine.state.phase).toBe('handover');
    expect(machine.send({ type: 'back' }).state.phase).toBe('handover');
  });

  it('minds a network that comes and goes', () => {
    const machine = shown().ring('look').fail('handover', 'network');
    expect(machine.state).toMatchObject({ phase: 'handover', handover: 'shown', failures: 1 });
    machine.send({ type: 'offline' }).send({ type: 'online' });
    expect(machine.state.timers.look).not.toBeNull();
  });

  it('that cannot be had leaves the person where they were', () => {
    const machine = driver().toFront().send({ type: 'hand-over' }).fail('handover', 'server');
    expect(machine.state).toMatchObject({ phase: 'error', failure: { code: 'server', retryable: true } });
    expect(machine.send({ type: 'retry' }).state.phase).toBe('capturing-front');
  });
});
