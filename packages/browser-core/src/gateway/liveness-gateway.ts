import type { NEXT_ACTIONS, SUBMISSION_STATUSES } from '@bonafide/contracts/onekyc';

/** Where a picture is to be put, and the submission that it belongs to. The URL is a bearer secret: it stays out of state, storage and logs. */
export interface UploadTarget {
  readonly submissionId: string;
  readonly url: string;
  /** How long the URL lasts from the moment it was received, milliseconds. */
  readonly expiresInMs: number;
  /**
   * Given by a gateway that can check a bound capture: the upload then holds a few frames beside the picture, and the confirmation
   * says, signed, that they belong to this nonce. Null or absent: the picture goes alone.
   */
  readonly nonce?: string | null;
}

/** Where the gateway is with a submission. `COMPLETED` says nothing of the decision. */
export type SubmissionLifecycle = (typeof SUBMISSION_STATUSES)[number];

/** What the page does next: a new picture, another poll, or the end. */
export type NextAction = (typeof NEXT_ACTIONS)[number];

/** What a poll says. `null` where the gateway said nothing. */
export interface SubmissionStatus {
  readonly submissionId: string;
  readonly status: SubmissionLifecycle;
  /** The gateway's own claim, for the screen only: the decision is read by the backend. */
  readonly approved: boolean | null;
  /** True when the gateway refuses the picture itself (document status `INVALID` or `REJECTED`). */
  readonly pictureRefused: boolean;
  /** Our extension of the contract; gateways that lack it are read by `nextAction`. */
  readonly nextAction: NextAction | null;
  readonly attemptsLeft: number | null;
  /** From Retry-After, milliseconds. */
  readonly retryAfterMs: number | null;
}

/** Counts and scores that travel with the confirmation: plain JSON, no image and no landmark. */
export type SubmissionMetadata = Readonly<Record<string, unknown>>;

/**
 * The gateway as a liveness journey needs it. One call makes one request: retrying is the session's business, since
 * only it knows whether the page is hidden or offline. Rejects with a `GatewayError`, or with the signal's reason.
 */
export interface LivenessGateway {
  requestUpload(signal: AbortSignal): Promise<UploadTarget>;
  /** `onProgress` gets 0–1. */
  upload(target: UploadTarget, image: Blob, onProgress: (share: number) => void, signal: AbortSignal): Promise<void>;
  confirm(submissionId: string, metadata: SubmissionMetadata, signal: AbortSignal): Promise<void>;
  status(submissionId: string, signal: AbortSignal): Promise<SubmissionStatus>;
}
