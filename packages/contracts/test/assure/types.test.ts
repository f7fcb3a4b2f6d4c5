import { expect, it } from 'vitest';
import type * as assure from '../../src/assure/index.ts';
import * as validators from '../../src/assure/validators.ts';
import type { Complete, Equal, Names, Same } from '../same-type.ts';

interface AllSame {
  problem: Same<typeof validators.problem, assure.AssureProblem>;
  tokenRequest: Same<typeof validators.tokenRequest, assure.TokenRequest>;
  tokenResponse: Same<typeof validators.tokenResponse, assure.TokenResponse>;
  tokenError: Same<typeof validators.tokenError, assure.TokenError>;
  createDossierRequest: Same<typeof validators.createDossierRequest, assure.CreateDossierRequest>;
  dossier: Same<typeof validators.dossier, assure.Dossier>;
  documentTypeEntry: Same<typeof validators.documentTypeEntry, assure.DocumentTypeEntry>;
  documentTypesResponse: Same<typeof validators.documentTypesResponse, assure.DocumentTypesResponse>;
  location: Same<typeof validators.location, assure.Location>;
  consents: Same<typeof validators.consents, assure.Consents>;
  processParameters: Same<typeof validators.processParameters, assure.ProcessParameters>;
  createProcessRequest: Same<typeof validators.createProcessRequest, assure.CreateProcessRequest>;
  processStatus: Same<typeof validators.processStatus, assure.ProcessStatus>;
  finalResult: Same<typeof validators.finalResult, assure.FinalResult>;
  facialSimilarity: Same<typeof validators.facialSimilarity, assure.FacialSimilarity>;
  documentVerification: Same<typeof validators.documentVerification, assure.DocumentVerification>;
  providerSpecific: Same<typeof validators.providerSpecific, assure.ProviderSpecific>;
  failReason: Same<typeof validators.failReason, assure.FailReason>;
  process: Same<typeof validators.process, assure.AssureProcess>;
  depiction: Same<typeof validators.depiction, assure.Depiction>;
  setImagesRequest: Same<typeof validators.setImagesRequest, assure.SetImagesRequest>;
  imageResponse: Same<typeof validators.imageResponse, assure.ImageResponse>;
  pictureEvidence: Same<typeof validators.pictureEvidence, assure.PictureEvidence>;
  captureEvidence: Same<typeof validators.captureEvidence, assure.CaptureEvidence>;
  startVerificationRequest: Same<typeof validators.startVerificationRequest, assure.StartVerificationRequest>;
  notification: Same<typeof validators.notification, assure.AssureNotification>;
  userData: Same<typeof validators.userData, assure.UserData>;
  dossierFiles: Same<typeof validators.dossierFiles, assure.DossierFiles>;
  captureProvider: Same<typeof validators.captureProvider, assure.CaptureProvider>;
  captureParameters: Same<typeof validators.captureParameters, assure.CaptureParameters>;
  startCaptureRequest: Same<typeof validators.startCaptureRequest, assure.StartCaptureRequest>;
  captureFlow: Same<typeof validators.captureFlow, assure.CaptureFlow>;
  captureConfiguration: Same<typeof validators.captureConfiguration, assure.CaptureConfiguration>;
  watermark: Same<typeof validators.watermark, assure.Watermark>;
  imageServiceRequest: Same<typeof validators.imageServiceRequest, assure.ImageServiceRequest>;
  processCompleteEvent: Same<typeof validators.processCompleteEvent, assure.ProcessCompleteEvent>;
}

it('every validator takes exactly what its type says', () => {
  const compared = Object.keys(validators) as Names<AllSame>[];
  const complete: Complete<[Equal<Names<AllSame>, keyof typeof validators>]> = [true];
  expect(compared.length > 0 && complete[0]).toBe(true);
});
