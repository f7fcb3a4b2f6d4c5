import type { LivenessGateway, SubmissionStatus } from '@bonafide/browser-core';
import type { IdentityGateway, IdentityPoll } from '@bonafide/browser-core/identity';

/** Longer than any check: there is no address that could run out. */
const NEVER_MS = 24 * 60 * 60_000;

/**
 * The check of a face alone as a liveness journey needs it: its process is there already, and its one picture goes where the
 * pictures of documents go.
 */
export function createSelfieGateway(identity: IdentityGateway, checkId: string): LivenessGateway {
  /** What is said of the picture is known once it is there: it is filled in before both are handed in. */
  let evidence: Record<string, unknown> = {};
  return {
    async requestUpload(signal) {
      await identity.resume(checkId, signal);
      const nonce = (await identity.captureNonce?.(signal)) ?? null;
      return { submissionId: checkId, url: 'about:blank', expiresInMs: NEVER_MS, nonce };
    },
    async upload(_target, image, onProgress, signal) {
      evidence = {};
      await identity.put('SELFIE', { image, digest: await digestOf(image), evidence }, onProgress, signal);
    },
    async confirm(_submissionId, metadata, signal) {
      Object.assign(evidence, metadata);
      await identity.submit(signal);
    },
    async status(submissionId, signal) {
      return toStatus(submissionId, await identity.poll(signal));
    },
  };
}

function toStatus(submissionId: string, poll: IdentityPoll): SubmissionStatus {
  const { attemptsLeft, retryAfterMs } = poll;
  const base = { submissionId, attemptsLeft, retryAfterMs, approved: null, pictureRefused: false };
  switch (poll.state) {
    case 'pending':
    case 'processing':
      return { ...base, status: 'IN_PROGRESS', nextAction: 'STATUS' };
    case 'recapture':
      return { ...base, status: 'COMPLETED', approved: false, pictureRefused: true, nextAction: 'RETRY' };
    case 'done': {
      const isDecided = poll.status === 'passed' || poll.status === 'failed';
      const approved = isDecided ? poll.status === 'passed' : null;
      return { ...base, status: isDecided ? 'COMPLETED' : 'ERROR', approved, nextAction: 'EXIT' };
    }
  }
}

/** SHA-256 of a picture, lower-case hex. */
async function digestOf(image: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await image.arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
