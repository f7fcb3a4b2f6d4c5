import { describe, expect, it } from 'vitest';
import { concludeProcess } from './conclude-process.ts';
import type { DocumentVerification } from './document/document-verification.ts';
import type { FacialSimilarity } from './face/facial-similarity.ts';

const valid: DocumentVerification = {
  result: 'clear',
  subResult: 'clear',
  documentType: 'passport',
  firstName: 'A',
  mrzLine1: 'P<UTO',
};
const suspicious: DocumentVerification = { ...valid, result: 'consider', subResult: 'suspected' };
const invalid: DocumentVerification = { result: 'consider', subResult: 'rejected', documentType: 'unknown' };
const match: FacialSimilarity = { result: 'clear', similarityScore: 'high' };
const noMatch: FacialSimilarity = { result: 'consider', similarityScore: 'low' };

describe("the table of Assure's final status", () => {
  it('accepted: the document is valid and the faces match', () => {
    expect(concludeProcess('documentSelfie', valid, match)).toEqual({
      status: 'accepted',
      finalResult: { documentType: 'passport', firstName: 'A', similarityScore: 'high' },
      providerSpecific: { documentVerification: valid, facialSimilarity: match },
    });
  });

  it.each([match, noMatch, null])('rejected: the document is not valid, whatever the faces say (%o)', (faces) => {
    expect(concludeProcess('documentSelfie', invalid, faces)).toMatchObject({ status: 'rejected' });
  });

  it.each([match, noMatch])('inconclusive: the document is valid but suspicious (%o)', (faces) => {
    expect(concludeProcess('documentSelfie', suspicious, faces)).toMatchObject({ status: 'inconclusive' });
  });

  it('inconclusive: a check of the faces did not succeed, or was not made at all', () => {
    expect(concludeProcess('documentSelfie', valid, noMatch)).toMatchObject({ status: 'inconclusive' });
    expect(concludeProcess('documentVideo', valid, noMatch)).toMatchObject({ status: 'inconclusive' });
    expect(concludeProcess('documentVideo', valid, null)).toMatchObject({ status: 'inconclusive' });
  });

  it('a process of the type document depends on the document alone', () => {
    const { status, finalResult, providerSpecific } = concludeProcess('document', valid, noMatch);
    expect(status).toBe('accepted');
    expect(finalResult).not.toHaveProperty('similarityScore');
    expect(providerSpecific).toEqual({ documentVerification: valid });
    expect(concludeProcess('document', suspicious, match).status).toBe('inconclusive');
    expect(concludeProcess('document', invalid, match).status).toBe('rejected');
  });

  it('canceled and failed come before any result', () => {
    const failReason = { type: 'upload_failed', message: 'why' };
    expect(concludeProcess('documentSelfie', valid, match, { type: 'canceled' })).toEqual({
      status: 'canceled',
      providerSpecific: {},
    });
    expect(concludeProcess('documentSelfie', valid, match, { type: 'failed', failReason })).toEqual({
      status: 'failed',
      failReason,
    });
  });

  it('failed: there is no result about the document', () => {
    expect(concludeProcess('document', null, null)).toMatchObject({
      status: 'failed',
      failReason: { type: 'verification_failed' },
    });
  });

  it('hands no data on unless accepted', () => {
    for (const document of [suspicious, invalid]) {
      expect(concludeProcess('documentSelfie', document, match)).not.toHaveProperty('finalResult');
    }
  });
});

// What differs between Assure's own five examples is what this function decides; identifiers and times are left out.
describe("the examples of Assure's documentation", () => {
  it('accepted', () => {
    const documentVerification: DocumentVerification = {
      lastName: 'SANTOS MENDES',
      dateOfExpiry: '2020-07-08',
      subResult: 'clear',
      dataConsistency: 'clear',
      gender: 'F',
      documentType: 'identityCard',
      documentNumber: '1234567890',
      dateOfBirth: '2002-04-29',
      ageValidation: 'clear',
      policeRecord: 'clear',
      dataValidation: 'clear',
      result: 'clear',
      firstName: 'MARIA PAULA',
      imageIntegrity: 'clear',
      nationality: 'PRT',
      issuingCountry: 'PRT',
      dataComparison: 'clear',
      visualAuthenticity: 'clear',
      compromisedDocument: 'clear',
      mrzLine1: 'I<PRT122336694<ZY42<<<<<<<<<<<',
      mrzLine2: '8302304F21207081PRT<<<<<<<<<<<6',
    };
    const facialSimilarity: FacialSimilarity = {
      result: 'clear',
      imageIntegrity: 'clear',
      faceComparison: 'clear',
      visualAuthenticity: 'clear',
      similarityScore: 'high',
    };
    expect(concludeProcess('documentSelfie', documentVerification, facialSimilarity)).toEqual({
      status: 'accepted',
      finalResult: {
        firstName: 'MARIA PAULA',
        lastName: 'SANTOS MENDES',
        dateOfExpiry: '2020-07-08',
        gender: 'F',
        nationality: 'PRT',
        documentType: 'identityCard',
        documentNumber: '1234567890',
        issuingCountry: 'PRT',
        dateOfBirth: '2002-04-29',
        similarityScore: 'high',
      },
      providerSpecific: { facialSimilarity, documentVerification },
    });
  });

  it('inconclusive', () => {
    const documentVerification: DocumentVerification = {
      lastName: 'SPECIMEN',
      dateOfExpiry: '2024-11-01',
      subResult: 'suspected',
      gender: 'F',
      documentType: 'passport',
      documentNumber: '00000000',
      dateOfBirth: '2002-04-29',
      result: 'consider',
      firstName: 'LAERKE OEYVOR AASE',
      nationality: 'NOR',
      issuingCountry: 'NOR',
      mrzLine1: 'PVNORSPECIMEN<<LAERKE<OEYVOR<AASE<<<<<<<<<<<',
      mrzLine2: '00000000<0NOR7505319F24110154197505311234586',
    };
    const facialSimilarity: FacialSimilarity = { result: 'consider', similarityScore: 'high' };
    expect(concludeProcess('documentSelfie', documentVerification, facialSimilarity)).toEqual({
      status: 'inconclusive',
      providerSpecific: { facialSimilarity, documentVerification },
    });
  });

  it('rejected', () => {
    const documentVerification: DocumentVerification = {
      result: 'consider',
      subResult: 'rejected',
      documentType: 'unknown',
    };
    const facialSimilarity: FacialSimilarity = { result: 'consider', similarityScore: 'medium' };
    expect(concludeProcess('documentSelfie', documentVerification, facialSimilarity)).toEqual({
      status: 'rejected',
      providerSpecific: { facialSimilarity, documentVerification },
    });
  });

  it('canceled', () => {
    expect(concludeProcess('documentSelfie', null, null, { type: 'canceled' })).toEqual({
      status: 'canceled',
      providerSpecific: {},
    });
  });

  it('failed', () => {
    const failReason = {
      type: 'upload_failed',
      message:
        'There was a validation error on this request (status code 422) | Field errors: {face_detection=[Multiple faces in image. Please note this validation can be disabled by setting the advanced_validation parameter to false.]}',
    };
    expect(concludeProcess('documentSelfie', null, null, { type: 'failed', failReason })).toEqual({
      status: 'failed',
      failReason,
    });
  });
});
