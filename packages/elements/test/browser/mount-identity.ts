import type { DocumentCapture } from '../../src/document-capture/document-capture.ts';
import { defineIdVerification } from '../../src/id-verification/define-id-verification.ts';
import type { IdVerification } from '../../src/id-verification/id-verification.ts';
import type { SelfieLiveness } from '../../src/selfie-liveness/selfie-liveness.ts';
import { captureOf, DOCUMENT_SNAPSHOTS, type DocumentScreenName } from '../document-snapshots.ts';
import { FakeDocumentSession } from '../fake-document-session.ts';
import { FakeIdentitySession } from '../fake-identity-session.ts';
import { FakeSession } from '../fake-session.ts';
import { IDENTITY_SNAPSHOTS, type IdentityScreenName } from '../identity-snapshots.ts';
import { hearEverything } from './hear-everything.ts';

export interface MountedIdentity {
  readonly element: IdVerification;
  readonly sessions: readonly FakeIdentitySession[];
  /** The newest one. */
  readonly session: FakeIdentitySession;
  /** Those of the steps, oldest first. */
  readonly documentSessions: readonly FakeDocumentSession[];
  readonly selfieSessions: readonly FakeSession[];
  /** Changes the snapshot and waits for the rendering. */
  readonly show: (name: IdentityScreenName, change?: Partial<FakeIdentitySession['snapshot']>) => Promise<void>;
  /** Makes the newest session of the document's step say something. */
  readonly showDocument: (name: DocumentScreenName) => Promise<void>;
  readonly find: (selector: string) => HTMLElement;
  readonly events: readonly Event[];
}

export const PICTURE = new Blob(['picture'], { type: 'image/jpeg' });

/** Puts an element with fake sessions on the page, its own and those of its steps. */
export async function mountIdentity(
  setUp: (element: IdVerification) => void = () => undefined,
): Promise<MountedIdentity> {
  defineIdVerification();
  const element = document.createElement('id-verification');
  const sessions: FakeIdentitySession[] = [];
  const documentSessions: FakeDocumentSession[] = [];
  const selfieSessions: FakeSession[] = [];
  const events = hearEverything(element, 'idv');
  element.createGateway = () => {
    throw new Error('a fake session asks for no gateway');
  };
  element.createSession = (options) => {
    const session = new FakeIdentitySession(options);
    Object.assign(session.pictures, { FRONT: PICTURE, BACK: PICTURE });
    sessions.push(session);
    return session;
  };
  element.configureStep = (step) => {
    if (step.localName === 'document-capture') {
      (step as DocumentCapture).createSession = (options) => {
        const session = new FakeDocumentSession(options);
        session.result = captureOf(PICTURE);
        documentSessions.push(session);
        return session;
      };
    } else {
      (step as SelfieLiveness).createSession = (options) => {
        const session = new FakeSession(options);
        selfieSessions.push(session);
        return session;
      };
    }
  };
  setUp(element);
  document.body.append(element);
  await element.updateComplete;
  const newest = <Session>(all: readonly Session[]): Session => {
    const session = all.at(-1);
    if (session === undefined) throw new Error('no session was made');
    return session;
  };
  const settle = async (): Promise<void> => {
    await element.updateComplete;
    const step = element.renderRoot.querySelector<DocumentCapture | SelfieLiveness>('.step > *');
    await step?.updateComplete;
  };
  return {
    element,
    sessions,
    documentSessions,
    selfieSessions,
    events,
    get session() {
      return newest(sessions);
    },
    async show(name, change = {}) {
      newest(sessions).show({ ...IDENTITY_SNAPSHOTS[name], ...change });
      await settle();
    },
    async showDocument(name) {
      newest(documentSessions).show(DOCUMENT_SNAPSHOTS[name]);
      await settle();
    },
    find(selector) {
      const found = element.renderRoot.querySelector<HTMLElement>(selector);
      if (found === null) throw new Error(`nothing matches ${selector}`);
      return found;
    },
  };
}
