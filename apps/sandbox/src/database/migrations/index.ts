import type { Migration } from 'kysely/migration';
import { initial } from './0001-initial.ts';
import { processes } from './0002-processes.ts';
import { hostedChecks } from './0003-hosted-checks.ts';
import { dossierContents } from './0004-dossier-contents.ts';
import { verifications } from './0005-verifications.ts';
import { idnowSessions } from './0006-idnow-sessions.ts';
import { faceLogins } from './0007-face-logins.ts';
import { sealedArtefacts } from './0008-sealed-artefacts.ts';
import { hostedHandovers } from './0009-hosted-handovers.ts';
import { captureNonces } from './0010-capture-nonces.ts';

/** Every migration in order of its name. Never edit one that has been released: add the next. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-initial': initial,
  '0002-processes': processes,
  '0003-hosted-checks': hostedChecks,
  '0004-dossier-contents': dossierContents,
  '0005-verifications': verifications,
  '0006-idnow-sessions': idnowSessions,
  '0007-face-logins': faceLogins,
  '0008-sealed-artefacts': sealedArtefacts,
  '0009-hosted-handovers': hostedHandovers,
  '0010-capture-nonces': captureNonces,
};
