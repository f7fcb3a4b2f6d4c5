import { defineDocumentCapture } from '../../src/document-capture/define-document-capture.ts';
import type { DocumentCapture } from '../../src/document-capture/document-capture.ts';
import { captureOf, DOCUMENT_SNAPSHOTS, optionsOf, type DocumentScreenName } from '../document-snapshots.ts';
import { FakeDocumentSession } from '../fake-document-session.ts';
import { hearEverything } from './hear-everything.ts';

export interface MountedDocument {
  readonly element: DocumentCapture;
  readonly sessions: readonly FakeDocumentSession[];
  /** The newest one. */
  readonly session: FakeDocumentSession;
  /** Changes the snapshot and waits for the rendering. */
  readonly show: (name: DocumentScreenName, change?: Partial<FakeDocumentSession['snapshot']>) => Promise<void>;
  readonly find: (selector: string) => HTMLElement;
  /** Names of everything that the element has fired, oldest first. */
  readonly events: readonly Event[];
}

const PICTURE = new Blob(['picture'], { type: 'image/jpeg' });

/** Puts an element with a fake session on the page. */
export async function mountDocument(
  setUp: (element: DocumentCapture) => void = () => undefined,
): Promise<MountedDocument> {
  defineDocumentCapture();
  const element = document.createElement('document-capture');
  const sessions: FakeDocumentSession[] = [];
  const events = hearEverything(element, 'document');
  element.createSession = (options) => {
    const session = new FakeDocumentSession(options);
    session.result = captureOf(PICTURE);
    sessions.push(session);
    return session;
  };
  setUp(element);
  document.body.append(element);
  await element.updateComplete;
  const newest = (): FakeDocumentSession => {
    const session = sessions.at(-1);
    if (session === undefined) throw new Error('the element has made no session');
    return session;
  };
  return {
    element,
    sessions,
    events,
    get session() {
      return newest();
    },
    async show(name, change = {}) {
      const { review, uploadOnly } = optionsOf(name);
      element.review = review;
      element.captureMode = uploadOnly ? 'upload' : 'auto-then-manual';
      newest().show({ ...DOCUMENT_SNAPSHOTS[name], ...change });
      await element.updateComplete;
    },
    find(selector) {
      const found = element.renderRoot.querySelector<HTMLElement>(selector);
      if (found === null) throw new Error(`nothing matches ${selector}`);
      return found;
    },
  };
}
