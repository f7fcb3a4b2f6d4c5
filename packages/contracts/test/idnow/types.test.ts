import { expect, it } from 'vitest';
import type * as idnow from '../../src/idnow/index.ts';
import * as validators from '../../src/idnow/validators.ts';
import type { Complete, Equal, Names, Same } from '../same-type.ts';

interface AllSame {
  problem: Same<typeof validators.problem, idnow.IdnowProblem>;
  tokenRequest: Same<typeof validators.tokenRequest, idnow.TokenRequest>;
  tokenResponse: Same<typeof validators.tokenResponse, idnow.TokenResponse>;
  tokenError: Same<typeof validators.tokenError, idnow.TokenError>;
  environment: Same<typeof validators.environment, idnow.IdnowEnvironment>;
  sessionStatus: Same<typeof validators.sessionStatus, idnow.SessionStatus>;
  sessionOutcome: Same<typeof validators.sessionOutcome, idnow.SessionOutcome>;
  sessionMetadata: Same<typeof validators.sessionMetadata, idnow.SessionMetadata>;
  basicIdentity: Same<typeof validators.basicIdentity, idnow.BasicIdentity>;
  documentImages: Same<typeof validators.documentImages, idnow.DocumentImages>;
  biometricSamples: Same<typeof validators.biometricSamples, idnow.BiometricSamples>;
  sessionInput: Same<typeof validators.sessionInput, idnow.SessionInput>;
  createSessionRequest: Same<typeof validators.createSessionRequest, idnow.CreateSessionRequest>;
  sessionContext: Same<typeof validators.sessionContext, idnow.SessionContext>;
  createdSession: Same<typeof validators.createdSession, idnow.CreatedSession>;
  lastStep: Same<typeof validators.lastStep, idnow.LastStep>;
  sessionResults: Same<typeof validators.sessionResults, idnow.SessionResults>;
  session: Same<typeof validators.session, idnow.IdnowSession>;
  userReference: Same<typeof validators.userReference, idnow.UserReference>;
  credentialType: Same<typeof validators.credentialType, idnow.CredentialType>;
  authenticatorCredential: Same<typeof validators.authenticatorCredential, idnow.AuthenticatorCredential>;
  authenticationReason: Same<typeof validators.authenticationReason, idnow.AuthenticationReason>;
  authenticationResult: Same<typeof validators.authenticationResult, idnow.AuthenticationResult>;
  verificationStatus: Same<typeof validators.verificationStatus, idnow.VerificationStatus>;
  checkOutcome: Same<typeof validators.checkOutcome, idnow.CheckOutcome>;
  verificationCheck: Same<typeof validators.verificationCheck, idnow.VerificationCheck>;
  vaultReference: Same<typeof validators.vaultReference, idnow.VaultReference>;
  verificationEvidence: Same<typeof validators.verificationEvidence, idnow.VerificationEvidence>;
  verificationMethod: Same<typeof validators.verificationMethod, idnow.VerificationMethod>;
  verification: Same<typeof validators.verification, idnow.Verification>;
  eventPayload: Same<typeof validators.eventPayload, idnow.EventPayload>;
  eventData: Same<typeof validators.eventData, idnow.EventData>;
  eventClaims: Same<typeof validators.eventClaims, idnow.EventClaims>;
  sessionExtension: Same<typeof validators.sessionExtension, idnow.SessionExtension>;
  eventKey: Same<typeof validators.eventKey, idnow.EventKey>;
  eventKeys: Same<typeof validators.eventKeys, idnow.EventKeys>;
  eventToken: Same<typeof validators.eventToken, idnow.EventToken>;
  transactionClaims: Same<typeof validators.transactionClaims, idnow.TransactionClaims>;
  transactionToken: Same<typeof validators.transactionToken, idnow.TransactionToken>;
  transactionKey: Same<typeof validators.transactionKey, idnow.TransactionKey>;
  verifyTransactionRequest: Same<typeof validators.verifyTransactionRequest, idnow.VerifyTransactionRequest>;
  verifyTransactionResponse: Same<typeof validators.verifyTransactionResponse, idnow.VerifyTransactionResponse>;
  deleteUserResponse: Same<typeof validators.deleteUserResponse, idnow.DeleteUserResponse>;
}

it('every validator takes exactly what its type says', () => {
  const compared = Object.keys(validators) as Names<AllSame>[];
  const complete: Complete<[Equal<Names<AllSame>, keyof typeof validators>]> = [true];
  expect(compared.length > 0 && complete[0]).toBe(true);
});
