import { expect, it } from 'vitest';
import * as idnow from '../../src/idnow/index.ts';
import * as validators from '../../src/idnow/validators.ts';
import { describeNames } from '../check-names.ts';
import { describeSources } from '../check-sources.ts';
import { readSpecification } from '../specification.ts';

const read = readSpecification('idnow');

describeSources(read);
describeNames(read, idnow, validators, [
  ['ENVIRONMENTS', idnow.ENVIRONMENTS, 'Environment'],
  ['SESSION_STATUSES', idnow.SESSION_STATUSES, 'SessionStatus'],
  ['SESSION_OUTCOMES', idnow.SESSION_OUTCOMES, 'SessionOutcome'],
  ['VERIFICATION_STATUSES', idnow.VERIFICATION_STATUSES, 'VerificationStatus'],
  ['CHECK_OUTCOMES', idnow.CHECK_OUTCOMES, 'CheckOutcome'],
  ['CREDENTIAL_TYPES', idnow.CREDENTIAL_TYPES, 'CredentialType'],
]);

it('ORIGINS are the hosts of Keyless', () => {
  const servers = read.specification.paths[idnow.PATHS.transactionKey]?.servers?.map(({ url }) => url);
  expect(Object.values(idnow.ORIGINS)).toEqual(servers);
});

it('FINAL_STATUSES are the statuses but for the two on the way', () => {
  expect(new Set(['CREATED', 'RUNNING', ...idnow.FINAL_STATUSES])).toEqual(new Set(idnow.SESSION_STATUSES));
});

it('has an example of every status and outcome of a session, and of every status of a verification', () => {
  const sessions = read.examples
    .filter(({ schema }) => schema === 'Session')
    .map(({ value }) => value as idnow.IdnowSession);
  const words = (pick: (session: idnow.IdnowSession) => string | undefined): Set<string | undefined> =>
    new Set(sessions.map(pick).filter((word) => word !== undefined));
  expect(words(({ sessionStatus }) => sessionStatus)).toEqual(new Set(idnow.SESSION_STATUSES));
  expect(words(({ outcome }) => outcome)).toEqual(new Set(idnow.SESSION_OUTCOMES));
  expect(words(({ results }) => results?.verification?.status)).toEqual(new Set(idnow.VERIFICATION_STATUSES));
});
