import type { LivenessSessionOptions } from '../session/liveness-session-options.ts';
import { GatewayError } from './gateway-error.ts';
import type { LivenessGateway, SubmissionMetadata } from './liveness-gateway.ts';

/** A selfie that was handed in instead of being uploaded. */
export interface HandedInSelfie {
  readonly image: Blob;
  /** SHA-256 of the image's bytes, lower-case hex. */
  readonly digest: string;
  readonly evidence: SubmissionMetadata;
}

/** What the gateway of the journey gives out for a bound capture: `IdentitySession.captureNonce`. */
export type NonceOf = (signal: AbortSignal) => Promise<string | null>;

/** Longer than any journey: there is no address that could run out. */
const NEVER_MS = 24 * 60 * 60_000;

/**
 * A liveness gateway that sends nothing: the picture that a liveness session takes is handed in with its evidence, once, and
 * the session ends as passed. For a selfie inside of an identity journey.
 */
export function createHandInGateway(
  handIn: (selfie: HandedInSelfie) => void,
  nonceOf: NonceOf = () => Promise.resolve(null),
): LivenessGateway {
  let held: Blob | null = null;
  return {
    requestUpload: async (signal) => ({
      submissionId: 'handed-in',
      url: 'about:blank',
      expiresInMs: NEVER_MS,
      nonce: await nonceOf(signal),
    }),
    upload: (_target, image, onProgress) => {
      held = image;
      onProgress(1);
      return Promise.resolve();
    },
    confirm: (_submissionId, evidence) => {
      const image = held;
      held = null;
      // Confirmed twice, as after a lost answer, is handed in once.
      if (image === null) return Promise.resolve();
      const digest = digestIn(evidence);
      if (digest === null) return Promise.reject(new GatewayError('internal', 'the evidence names no digest'));
      handIn({ image, digest, evidence });
      return Promise.resolve();
    },
    status: (submissionId) =>
      Promise.resolve({
        submissionId,
        status: 'COMPLETED',
        approved: null,
        pictureRefused: false,
        nextAction: null,
        attemptsLeft: null,
        retryAfterMs: null,
      }),
  };
}

/** What a liveness session needs in order to hand its selfie in: no gateway address, no token, nothing to resume. */
export function createHandInOptions(
  handIn: (selfie: HandedInSelfie) => void,
  nonceOf?: NonceOf,
): Pick<LivenessSessionOptions, 'baseUrl' | 'session' | 'resumeKey' | 'consent' | 'ports'> {
  return {
    baseUrl: '/',
    session: { token: 'handed-in', correlationId: 'handed-in' },
    resumeKey: null,
    // Asked for by the journey that it belongs to.
    consent: 'none',
    ports: { createGateway: () => createHandInGateway(handIn, nonceOf) },
  };
}

function digestIn(evidence: SubmissionMetadata): string | null {
  const own = evidence['bonafide'];
  const capture: unknown = typeof own === 'object' && own !== null && 'capture' in own ? own.capture : null;
  const digest: unknown =
    typeof capture === 'object' && capture !== null && 'digest' in capture ? capture.digest : null;
  return typeof digest === 'string' ? digest : null;
}
