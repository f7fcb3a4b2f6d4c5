import {
  DOCUMENT_GUIDANCE_CODES,
  ERROR_CODES,
  type DocumentGuidanceCode,
  type ErrorCode,
} from '@bonafide/contracts/codes';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_SNAPSHOTS, optionsOf, type DocumentScreenName } from '../../test/document-snapshots.ts';
import { failure } from '../../test/screen-snapshots.ts';
import { resolveDocumentMessages } from '../messages/document-texts.ts';
import { IDLE_DOCUMENT_SNAPSHOT } from './document-idle-snapshot.ts';
import { presentDocument } from './document-presenter.ts';

const EN = resolveDocumentMessages('en');
const OPTIONS = { review: false, kept: false, uploadOnly: false, resultScreen: true, assist: 'offer' };
const present = (change: Partial<typeof IDLE_DOCUMENT_SNAPSHOT>, options: Partial<typeof OPTIONS> = {}) =>
  presentDocument({ ...IDLE_DOCUMENT_SNAPSHOT, ...change }, { ...OPTIONS, ...options }, EN);
const ids = ({ actions }: ReturnType<typeof present>): readonly string[] => actions.map(({ id }) => id);

/** Screens on which the person waits, or holds something. */
const WAITS = ['checking', 'requesting-permission', 'loading', 'aligning', 'holding', 'reading'];

describe('presentDocument', () => {
  for (const name of Object.keys(DOCUMENT_SNAPSHOTS) as DocumentScreenName[]) {
    it(`${name}: has words, a way out, and a button or something to wait for`, () => {
      const snapshot = DOCUMENT_SNAPSHOTS[name];
      const view = presentDocument(snapshot, { ...OPTIONS, ...optionsOf(name) }, EN);
      expect(view.title).not.toBe('');
      expect(view.body).not.toBe('');
      expect(view.announcement).not.toBe('');
      expect(['cancel', 'close']).toContain(view.close.id);
      expect(view.actions.length > 0 || WAITS.includes(snapshot.phase)).toBe(true);
    });
  }

  for (const code of Object.keys(ERROR_CODES) as ErrorCode[]) {
    it(`error ${code}: a way on that fits the registry`, () => {
      const view = present({ phase: 'error', failure: failure(code) });
      const { retryable, userAction } = ERROR_CODES[code];
      expect(view.title).toBe(EN.errors[code].title);
      expect(ids(view)[0]).toBe(retryable ? 'retry' : userAction === 'start-over' ? 'start-over' : 'close');
    });
  }

  it.each(Object.keys(DOCUMENT_GUIDANCE_CODES) as DocumentGuidanceCode[])(
    '%s: a hint with words and an icon',
    (code) => {
      const { camera } = present({ phase: 'aligning', guidance: code });
      expect(camera?.hint?.text).toBe(EN.guidance[code]);
      expect(camera?.hint?.tone).toBe(DOCUMENT_GUIDANCE_CODES[code].severity === 'problem' ? 'neutral' : 'ok');
      expect(camera?.frame.state).toBe(DOCUMENT_GUIDANCE_CODES[code].severity === 'problem' ? 'searching' : 'ready');
    },
  );

  it('shows a picture to be kept only where that is asked for, and only until it is kept', () => {
    expect(present({ phase: 'captured' }).screen).toBe('captured');
    expect(present({ phase: 'captured' }, { review: true }).screen).toBe('review');
    expect(present({ phase: 'captured' }, { review: true, kept: true }).screen).toBe('captured');
  });

  it('offers a file wherever a photo can be refused or fail, and only where the host allows it', () => {
    for (const phase of ['refused', 'error'] as const) {
      expect(ids(present({ phase, failure: failure('no-camera'), uploadOffered: true }))).toContain('upload');
      expect(ids(present({ phase, failure: failure('no-camera') }))).not.toContain('upload');
    }
  });

  it('names the side that is wanted', () => {
    const expected = { documentType: 'driversLicense', country: null } as const;
    expect(present({ phase: 'aligning', expected, side: 'back' }).title).toBe('Back of your driving licence');
    expect(present({ phase: 'aligning', expected, side: 'back' }).camera?.frame.layout).toBe('barcode');
    expect(present({ phase: 'aligning' }).title).toBe('Front of your document');
  });
});
