// Gateways that live in the page and answer what was chosen: a picture that is given to them is dropped.
import type { LivenessGateway } from '@bonafide/browser-core';
import type { IdentityGateway, IdentityProcess } from '@bonafide/browser-core/identity';

export type Outcome = 'passed' | 'refused';

const ID = '00000000-0000-4000-8000-000000000000';

/** For `<selfie-liveness>`. */
export function createPretendedLivenessGateway(outcome: Outcome): LivenessGateway {
  return {
    requestUpload: async () => ({ submissionId: ID, url: 'https://nowhere.invalid/', expiresInMs: 60_000 }),
    upload: async (_target, _image, onProgress) => onProgress(1),
    confirm: async () => undefined,
    status: async () => ({
      submissionId: ID,
      status: 'COMPLETED',
      approved: outcome === 'passed',
      pictureRefused: false,
      nextAction: 'EXIT',
      attemptsLeft: 0,
      retryAfterMs: null,
    }),
  };
}

/** For `<id-verification>`: an identity card, both sides, and the face beside it. */
export function createPretendedIdentityGateway(outcome: Outcome): IdentityGateway {
  const process: IdentityProcess = { processId: ID, depictions: ['FRONT', 'BACK', 'SELFIE'], received: [] };
  const status = outcome === 'passed' ? 'passed' : 'failed';
  return {
    open: async () => ({
      documents: [{ documentType: 'identityCard', sides: ['front', 'back'], countries: null }],
      selfie: true,
      countryOfResidence: null,
      consent: null,
      eager: true,
    }),
    create: async () => process,
    resume: async () => ({ process, poll: { state: 'pending', retryAfterMs: null, attemptsLeft: null } }),
    put: async (_depiction, _picture, onProgress) => onProgress(1),
    submit: async () => undefined,
    poll: async () => ({ state: 'done', status, word: outcome, retryAfterMs: null, attemptsLeft: 0 }),
    cancel: async () => undefined,
  };
}
