import { expect, it } from 'vitest';
import type * as mosaic from '../../src/mosaic/index.ts';
import * as validators from '../../src/mosaic/validators.ts';
import type { Complete, Equal, Names, Same } from '../same-type.ts';

interface AllSame {
  problem: Same<typeof validators.problem, mosaic.MosaicProblem>;
  tokenRequest: Same<typeof validators.tokenRequest, mosaic.TokenRequest>;
  tokenResponse: Same<typeof validators.tokenResponse, mosaic.TokenResponse>;
  tokenError: Same<typeof validators.tokenError, mosaic.TokenError>;
  recommendation: Same<typeof validators.recommendation, mosaic.Recommendation>;
  imageType: Same<typeof validators.imageType, mosaic.ImageType>;
  mockBehavior: Same<typeof validators.mockBehavior, mosaic.MockBehavior>;
  createVerificationRequest: Same<typeof validators.createVerificationRequest, mosaic.CreateVerificationRequest>;
  verificationSession: Same<typeof validators.verificationSession, mosaic.VerificationSession>;
  verificationStatus: Same<typeof validators.verificationStatus, mosaic.VerificationStatus>;
  verificationConsent: Same<typeof validators.verificationConsent, mosaic.VerificationConsent>;
  verifiedPerson: Same<typeof validators.verifiedPerson, mosaic.VerifiedPerson>;
  verifiedDocument: Same<typeof validators.verifiedDocument, mosaic.VerifiedDocument>;
  verifiedInfo: Same<typeof validators.verifiedInfo, mosaic.VerifiedInfo>;
  verifiedAddress: Same<typeof validators.verifiedAddress, mosaic.VerifiedAddress>;
  additionalInfo: Same<typeof validators.additionalInfo, mosaic.AdditionalInfo>;
  verificationCheck: Same<typeof validators.verificationCheck, mosaic.VerificationCheck>;
  verificationChecks: Same<typeof validators.verificationChecks, mosaic.VerificationChecks>;
  verificationResult: Same<typeof validators.verificationResult, mosaic.VerificationResult>;
  sessionImage: Same<typeof validators.sessionImage, mosaic.SessionImage>;
  sessionImages: Same<typeof validators.sessionImages, mosaic.SessionImages>;
  faceReference: Same<typeof validators.faceReference, mosaic.FaceReference>;
  createFaceAuthenticationRequest: Same<
    typeof validators.createFaceAuthenticationRequest,
    mosaic.CreateFaceAuthenticationRequest
  >;
  faceAuthenticationSession: Same<typeof validators.faceAuthenticationSession, mosaic.FaceAuthenticationSession>;
  faceAuthenticationResult: Same<typeof validators.faceAuthenticationResult, mosaic.FaceAuthenticationResult>;
  journeyPayload: Same<typeof validators.journeyPayload, mosaic.JourneyPayload>;
  journeyError: Same<typeof validators.journeyError, mosaic.JourneyError>;
  journeyData: Same<typeof validators.journeyData, mosaic.JourneyData>;
  journeyServiceResponse: Same<typeof validators.journeyServiceResponse, mosaic.JourneyServiceResponse>;
  journeyReturn: Same<typeof validators.journeyReturn, mosaic.JourneyReturn>;
  journeyClientInput: Same<typeof validators.journeyClientInput, mosaic.JourneyClientInput>;
}

it('every validator takes exactly what its type says', () => {
  const compared = Object.keys(validators) as Names<AllSame>[];
  const complete: Complete<[Equal<Names<AllSame>, keyof typeof validators>]> = [true];
  expect(compared.length > 0 && complete[0]).toBe(true);
});
