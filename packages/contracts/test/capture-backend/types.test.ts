import { expect, it } from 'vitest';
import type * as captureBackend from '../../src/capture-backend/index.ts';
import * as validators from '../../src/capture-backend/validators.ts';
import type { Complete, Equal, Names, Same } from '../same-type.ts';

interface AllSame {
  captureDepiction: Same<typeof validators.captureDepiction, captureBackend.CaptureDepiction>;
  documentSide: Same<typeof validators.documentSide, captureBackend.DocumentSide>;
  documentOption: Same<typeof validators.documentOption, captureBackend.DocumentOption>;
  consentDocument: Same<typeof validators.consentDocument, captureBackend.ConsentDocument>;
  consentRequirement: Same<typeof validators.consentRequirement, captureBackend.ConsentRequirement>;
  requirements: Same<typeof validators.requirements, captureBackend.Requirements>;
  grantedConsent: Same<typeof validators.grantedConsent, captureBackend.GrantedConsent>;
  processConsents: Same<typeof validators.processConsents, captureBackend.ProcessConsents>;
  createProcess: Same<typeof validators.createProcess, captureBackend.CreateProcess>;
  processRequirements: Same<typeof validators.processRequirements, captureBackend.ProcessRequirements>;
  createdProcess: Same<typeof validators.createdProcess, captureBackend.CreatedProcess>;
  captureStatus: Same<typeof validators.captureStatus, captureBackend.CaptureStatus>;
  recapture: Same<typeof validators.recapture, captureBackend.Recapture>;
  captureAttempts: Same<typeof validators.captureAttempts, captureBackend.CaptureAttempts>;
  processState: Same<typeof validators.processState, captureBackend.ProcessState>;
  receivedImage: Same<typeof validators.receivedImage, captureBackend.ReceivedImage>;
  pictureEvidence: Same<typeof validators.pictureEvidence, captureBackend.PictureEvidence>;
  captureEvidence: Same<typeof validators.captureEvidence, captureBackend.CaptureEvidence>;
  startVerification: Same<typeof validators.startVerification, captureBackend.StartVerification>;
  createHandover: Same<typeof validators.createHandover, captureBackend.CreateHandover>;
  createdHandover: Same<typeof validators.createdHandover, captureBackend.CreatedHandover>;
  claimHandover: Same<typeof validators.claimHandover, captureBackend.ClaimHandover>;
  claimedHandover: Same<typeof validators.claimedHandover, captureBackend.ClaimedHandover>;
  confirmHandover: Same<typeof validators.confirmHandover, captureBackend.ConfirmHandover>;
  handoverStatus: Same<typeof validators.handoverStatus, captureBackend.HandoverStatus>;
  handoverState: Same<typeof validators.handoverState, captureBackend.HandoverState>;
  refusalCode: Same<typeof validators.refusalCode, captureBackend.RefusalCode>;
  refusal: Same<typeof validators.refusal, captureBackend.Refusal>;
}

it('every validator takes exactly what its type says', () => {
  const compared = Object.keys(validators) as Names<AllSame>[];
  const complete: Complete<[Equal<Names<AllSame>, keyof typeof validators>]> = [true];
  expect(compared.length > 0 && complete[0]).toBe(true);
});
