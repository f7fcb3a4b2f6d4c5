import type { SessionPhase, SessionSnapshot } from '@bonafide/browser-core/session';
import { ERROR_CODES, GUIDANCE_CODES, type GuidanceCode } from '@bonafide/contracts/codes';
import { describe, expect, it } from 'vitest';
import { failure, SCREEN_SNAPSHOTS } from '../../test/screen-snapshots.ts';
import { resolveMessages } from '../messages/selfie-texts.ts';
import { sameViewButProgress } from '../shell/same-view.ts';
import { presentSelfie, type SelfieViewOptions } from './selfie-liveness-presenter.ts';
import type { SelfieView } from './selfie-view-model.ts';
import { IDLE_SNAPSHOT } from './idle-snapshot.ts';

const OPTIONS: SelfieViewOptions = {
  host: 'gateway.example.com',
  mirrored: true,
  cameraSelector: true,
  help: false,
  resultScreen: true,
  assist: 'offer',
  screenLight: false,
};
const EN = resolveMessages('en');

const present = (change: Partial<SessionSnapshot>, options: Partial<SelfieViewOptions> = {}): SelfieView =>
  presentSelfie({ ...IDLE_SNAPSHOT, ...change }, { ...OPTIONS, ...options }, EN);

const ids = ({ actions }: SelfieView) => actions.map(({ id }) => id);

const WAITS: readonly SessionPhase[] = [
  'checking',
  'requesting-permission',
  'loading',
  'aligning',
  'holding',
  'captured',
  'submitting',
  'processing',
];

describe('presentSelfie', () => {
  for (const [name, snapshot] of Object.entries(SCREEN_SNAPSHOTS)) {
    it(`${name}: has words, a way out, and a button or something to wait for`, () => {
      const view = presentSelfie(snapshot, OPTIONS, EN);
      expect(view.title).not.toBe('');
      expect(view.body).not.toBe('');
      expect(view.announcement).not.toBe('');
      expect(['cancel', 'close']).toContain(view.close.id);
      expect(view.actions.length > 0 || WAITS.includes(snapshot.phase)).toBe(true);
    });
  }

  for (const code of Object.keys(EN.errors) as (keyof typeof EN.errors)[]) {
    it(`error ${code}: a way on that fits the registry`, () => {
      const view = present({ phase: 'error', failure: failure(code), attemptsLeft: 2 });
      expect(view.title).toBe(EN.errors[code].title);
      const [first] = ids(view);
      const { retryable, userAction } = ERROR_CODES[code];
      expect(first).toBe(retryable ? 'retry' : userAction === 'start-over' ? 'start-over' : 'close');
      expect(view.close.id).toBe(retryable ? 'cancel' : 'close');
    });
  }

  it('says that the screen will glow, offers to go on without, and tells a screen reader while it does', () => {
    const start = present({}, { screenLight: true });
    expect(start.body).toBe(EN.screenLight.consent);
    expect(start.points[0]?.title).toBe(EN.screenLight.title);
    const planned = { colour: null, rampMs: 0 };
    const consent = present({ phase: 'consent', screenLight: planned });
    expect(consent.points[0]?.title).toBe(EN.screenLight.title);
    expect(ids(consent)).toEqual(['accept', 'accept-without-light', 'decline']);
    expect(consent.body).toBe(EN.screenLight.consent);
    const waiting = present({ phase: 'aligning', screenLight: planned });
    expect(waiting).toMatchObject({ body: EN.screenLight.camera, camera: { skipLight: { id: 'skip-light' } } });
    const light = { colour: '#30d6d6', rampMs: 700 };
    const glowing = present({ phase: 'aligning', guidance: 'ready', screenLight: light });
    expect(glowing.camera?.light).toEqual(light);
    expect(glowing.announcement).toBe(`${EN.guidance.ready}. ${EN.screenLight.title}`);
    expect(present({ phase: 'aligning', manualCapture: true, screenLight: light }).camera?.skipLight).toBe(null);
  });

  it('says nothing of light where there is none', () => {
    expect(present({}).body).toBe(EN.start.body);
    expect(present({}).points).toHaveLength(3);
    const consent = present({ phase: 'consent' });
    expect(consent.points).toHaveLength(3);
    expect(ids(consent)).toEqual(['accept', 'decline']);
    expect(present({ phase: 'aligning', guidance: 'ready' })).toMatchObject({
      announcement: EN.guidance.ready,
      camera: { light: null, skipLight: null },
    });
  });

  it('offers no retry when no attempt is left, whatever the error', () => {
    expect(ids(present({ phase: 'failed', failure: failure('verification-failed'), attemptsLeft: 0 }))).toEqual([
      'close',
    ]);
    expect(ids(present({ phase: 'error', failure: failure('network'), attemptsLeft: 0 }))).toEqual(['close']);
  });

  it('goes on where the number of attempts is not known', () => {
    const view = present({ phase: 'failed', failure: failure('verification-failed'), attemptsLeft: null });
    expect(ids(view)).toEqual(['retry']);
    expect(view.attempts).toBeNull();
  });

  it('counts attempts in words', () => {
    expect(present({ phase: 'failed', attemptsLeft: 1 }).attempts).toBe('One attempt left');
    expect(present({ phase: 'failed', attemptsLeft: 2 }).attempts).toBe('2 attempts left');
  });

  it('offers help only where something failed, and only when there is help', () => {
    const failed = { phase: 'error', failure: failure('server') } as const;
    expect(ids(present(failed, { help: true }))).toEqual(['retry', 'help']);
    expect(ids(present(failed))).toEqual(['retry']);
    expect(ids(present({ phase: 'consent' }, { help: true }))).toEqual(['accept', 'decline']);
  });

  it('names the gateway in the consent text', () => {
    expect(present({ phase: 'consent' }).privacy?.body).toContain('gateway.example.com');
  });

  it('tells how to allow the camera only where it was refused', () => {
    expect(present({ phase: 'error', failure: failure('permission-denied') }).steps).toHaveLength(3);
    expect(present({ phase: 'error', failure: failure('permission-dismissed') }).steps).toEqual([]);
  });

  for (const code of Object.keys(GUIDANCE_CODES) as GuidanceCode[]) {
    it(`hint ${code}`, () => {
      const hint = present({ phase: 'aligning', guidance: code }).camera?.hint;
      expect(hint?.text).toBe(EN.guidance[code]);
      expect(hint?.tone === 'ok').toBe(GUIDANCE_CODES[code].severity !== 'problem');
    });
  }

  it('points where the person sees their left: the other way round in a picture that is not mirrored', () => {
    const icon = (mirrored: boolean) =>
      present({ phase: 'aligning', guidance: 'move-left' }, { mirrored }).camera?.hint?.icon;
    expect(icon(true)).toBe('arrow-left');
    expect(icon(false)).toBe('arrow-right');
  });

  it('shows the shutter only once it is offered', () => {
    expect(present({ phase: 'aligning' }).camera?.shutter).toBeNull();
    expect(present({ phase: 'aligning', manualCapture: true }).camera?.shutter?.action.id).toBe('capture');
  });

  it('offers a choice of cameras only where there is one, and names those that the browser does not', () => {
    const two = [
      { deviceId: 'a', label: '' },
      { deviceId: 'b', label: 'Studio' },
    ];
    expect(present({ phase: 'aligning', cameras: two.slice(0, 1) }).camera?.cameras).toBeNull();
    expect(present({ phase: 'aligning', cameras: two }, { cameraSelector: false }).camera?.cameras).toBeNull();
    expect(present({ phase: 'aligning', cameras: two }).camera?.cameras?.options).toEqual([
      { id: 'a', label: 'Camera 1' },
      { id: 'b', label: 'Studio' },
    ]);
  });

  it('says that it is offline, except where nothing waits for the network', () => {
    expect(present({ phase: 'processing', offline: true }).banner).toBe(EN.offline);
    expect(present({ phase: 'passed', offline: true }).banner).toBeNull();
  });

  it('puts progress into words in steps of 5 %', () => {
    expect(present({ phase: 'loading', progress: 0.449 }).progressText).toBe('40% done');
    expect(present({ phase: 'loading', progress: null }).progressText).toBeNull();
    expect(present({ phase: 'holding', progress: 0.4 }).progressText).toBeNull();
  });

  it('has no button on the last screen where no result screen is asked for', () => {
    expect(ids(present({ phase: 'passed' }, { resultScreen: false }))).toEqual([]);
  });

  it('gives equal views for equal arguments', () => {
    const view = present({ phase: 'holding', progress: 0.4, guidance: 'hold-still' });
    expect(present({ phase: 'holding', progress: 0.4, guidance: 'hold-still' })).toEqual(view);
  });
});

describe('sameViewButProgress', () => {
  it('overlooks progress and nothing else', () => {
    const view = present({ phase: 'holding', progress: 0.4, guidance: 'hold-still' });
    expect(sameViewButProgress(view, present({ phase: 'holding', progress: 0.9, guidance: 'hold-still' }))).toBe(true);
    expect(sameViewButProgress(view, present({ phase: 'holding', progress: 0.4, guidance: 'moving' }))).toBe(false);
    expect(sameViewButProgress(view, present({ phase: 'aligning', progress: 0.4, guidance: 'hold-still' }))).toBe(
      false,
    );
  });
});
