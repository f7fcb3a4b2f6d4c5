import { type IdentitySnapshot, RECAPTURE_REASONS } from '@bonafide/browser-core/identity';
import { ERROR_CODES, type ErrorCode } from '@bonafide/contracts/codes';
import { describe, expect, it } from 'vitest';
import { IDENTITY_SNAPSHOTS } from '../../test/identity-snapshots.ts';
import { failure } from '../../test/screen-snapshots.ts';
import { resolveIdentityMessages } from '../messages/identity-texts.ts';
import { IDLE_IDENTITY_SNAPSHOT } from './identity-idle-snapshot.ts';
import { presentIdentity } from './identity-presenter.ts';
import type { IdentityViewOptions } from './identity-view-options.ts';

const EN = resolveIdentityMessages('en');
const OPTIONS: IdentityViewOptions = {
  recipient: 'Example Bank',
  retentionDays: 30,
  choice: { documentType: null, country: '' },
  search: '',
  likelyCountry: 'IDN',
  sending: {},
  handoverMethods: ['qr', 'link'],
  copied: false,
  confirming: null,
  help: false,
  resultScreen: true,
  assist: 'offer',
};
const present = (change: Partial<typeof IDLE_IDENTITY_SNAPSHOT>, options: Partial<IdentityViewOptions> = {}) =>
  presentIdentity({ ...IDLE_IDENTITY_SNAPSHOT, ...change }, { ...OPTIONS, ...options }, EN);

describe('presentIdentity', () => {
  for (const [name, snapshot] of Object.entries(IDENTITY_SNAPSHOTS)) {
    it(`${name}: has words and a way out`, () => {
      const view = presentIdentity(snapshot, OPTIONS, EN);
      expect(view.title).not.toBe('');
      expect(view.announcement).not.toBe('');
      expect(['ask-cancel', 'cancel', 'close']).toContain(view.close.id);
    });
  }

  for (const code of Object.keys(ERROR_CODES) as ErrorCode[]) {
    it(`error ${code}: a way on that fits the registry`, () => {
      const view = present({ phase: 'error', failure: failure(code) });
      const { retryable, userAction } = ERROR_CODES[code];
      expect(view.title).toBe(EN.errors[code].title);
      expect(view.actions[0]?.id).toBe(retryable ? 'retry' : userAction === 'start-over' ? 'start-over' : 'close');
    });
  }

  it.each(RECAPTURE_REASONS)('recapture for %s says why', (reason) => {
    const view = present({ phase: 'recapture', recapture: { depictions: ['BACK'], reason } });
    expect([view.title, view.body]).toEqual([EN.recapture.BACK, EN.reasons[reason]]);
  });

  it.each([
    [
      ['consent', 'front', 'selfie', 'submit'],
      ['document', 'selfie'],
    ],
    [['consent', 'front', 'back', 'submit'], ['document']],
    [['consent', 'selfie', 'submit'], ['selfieAlone']],
  ] as const)('asks for agreement to what %j takes, and to nothing else', (steps, expected) => {
    const view = present({ phase: 'consent', steps: steps.map((step) => ({ step, state: 'todo' })) });
    expect(view.points.map(({ title, body }) => ({ title, body }))).toEqual(expected.map((name) => EN.consent[name]));
  });

  it('asks for the photo page of a passport again, which has no front', () => {
    const recapture = { depictions: ['FRONT'], reason: 'image-quality' } as const;
    const title = (documentType: 'passport' | 'identityCard', depictions: readonly ('FRONT' | 'BACK' | 'SELFIE')[]) =>
      present({ phase: 'recapture', documentType, recapture: { ...recapture, depictions } }).title;
    expect(title('passport', ['FRONT'])).toBe('Please take the photo page once more');
    expect(title('identityCard', ['FRONT'])).toBe('Please take the front once more');
    expect(title('passport', ['SELFIE'])).toBe('Please take the selfie once more');
    expect(title('passport', ['FRONT', 'SELFIE'])).toBe('Please take some photos once more');
  });

  it('interrupts a phone that is at it after a question only, wherever the way leads', () => {
    const connected = IDENTITY_SNAPSHOTS['handover-connected'];
    const view = presentIdentity(connected, OPTIONS, EN);
    expect([view.back?.id, ...view.actions.map(({ id }) => id)]).toEqual(['ask-back', 'ask-new-link', 'ask-back']);
    const asked = (confirming: IdentityViewOptions['confirming'], snapshot: IdentitySnapshot = connected) =>
      presentIdentity(snapshot, { ...OPTIONS, confirming }, EN).stop?.actions.map(({ id }) => id);
    expect([asked(null), asked('new-link'), asked('back')]).toEqual([
      undefined,
      ['go-on', 'hand-over'],
      ['go-on', 'back'],
    ]);
    // It has finished, or has left, while the question stood there.
    expect(asked('back', IDENTITY_SNAPSHOTS['handover-left'])).toBeUndefined();
    expect(asked('new-link', IDENTITY_SNAPSHOTS.processing)).toBeUndefined();
  });

  it('says that the person has stopped on the phone, and leads on here and there', () => {
    const view = presentIdentity(IDENTITY_SNAPSHOTS['handover-left'], OPTIONS, EN);
    expect(view.title).toBe('Stopped on your phone');
    expect(view.actions.map(({ id }) => id)).toEqual(['hand-over', 'back']);
    expect(view.handover?.code).toBeNull();
  });

  it('counts the steps', () => {
    const { journey } = presentIdentity(IDENTITY_SNAPSHOTS.select, OPTIONS, EN);
    expect(journey?.text).toBe('Step 2 of 8: Document');
    expect(journey?.states.filter((state) => state === 'done')).toHaveLength(1);
  });

  it('asks before stopping only where something would be lost', () => {
    expect(presentIdentity(IDENTITY_SNAPSHOTS.select, OPTIONS, EN).close.id).toBe('cancel');
    expect(presentIdentity(IDENTITY_SNAPSHOTS.review, OPTIONS, EN).close.id).toBe('ask-cancel');
    expect(presentIdentity(IDENTITY_SNAPSHOTS.passed, OPTIONS, EN).close.id).toBe('close');
  });

  it('says what the gateway said, and no more', () => {
    expect(present({ phase: 'review' }).title).toBe(EN.inReview.title);
    expect(present({ phase: 'failed' }).title).toBe(EN.failed.title);
    expect(present({ phase: 'passed' }).title).toBe(EN.passed.title);
  });

  it('suggests the country of the language, until there is something to search for', () => {
    const { phase, choices } = IDENTITY_SNAPSHOTS.select;
    const groups = (search: string) => present({ phase, choices }, { search }).select?.country?.groups ?? [];
    expect(groups('')[0]?.options.map(({ code }) => code)).toEqual(['IDN']);
    expect(groups('cote d').flatMap(({ options }) => options.map(({ code }) => code))).toEqual(['CIV']);
  });

  it('keeps the link to a phone out of every text', () => {
    const { handover, ...view } = presentIdentity(IDENTITY_SNAPSHOTS.handover, OPTIONS, EN);
    expect(handover?.url).toContain('verify.example.com');
    expect(JSON.stringify(view)).not.toContain('verify.example.com');
  });
});
