import { availableParallelism } from 'node:os';
import type { QualityPolicy } from '@bonafide/browser-core/vision';
import { createQualityPolicy } from '@bonafide/browser-core/vision';
import type { AlignedFace } from './aligned-face.ts';
import type { FaceMatcher } from './face-matcher.ts';
import type { PictureLimits } from './picture-limits.ts';
import { DEFAULT_PICTURE_LIMITS } from './picture-limits.ts';
import type { SelfieInspection } from './selfie-inspection.ts';
import { textureMatcher } from './texture-matcher.ts';
import { createThreadPool } from './thread/thread-pool.ts';
import type { PictureRole } from './verifier-error.ts';
import { isVerifierError, VerifierError } from './verifier-error.ts';

/** How much work a verifier takes on at once, and by which lines it judges. */
export interface VerifierOptions {
  /** Default: half of the processors, at least 1, at most 4. Each holds about 100 MB once used. */
  readonly threads?: number;
  /** Default 20 000, from the moment a thread takes a picture. The first one of a thread also loads the networks. */
  readonly deadlineMs?: number;
  /** Default 100. */
  readonly maxQueued?: number;
  readonly limits?: Partial<PictureLimits>;
  /** Thresholds that differ from the page's defaults; give both sides the same. */
  readonly policy?: Partial<QualityPolicy>;
}

export interface RequestOptions {
  readonly signal?: AbortSignal;
}

export interface CompareOptions extends RequestOptions {
  /** Default `textureMatcher`, which is weak: see the README. */
  readonly matcher?: FaceMatcher;
}

/** What came of comparing a selfie with a reference picture. */
export type ReferenceComparison =
  | {
      readonly outcome: 'compared';
      /** Null when the matcher does not dare to say. */
      readonly result: boolean | null;
      /** 0–1, larger is more alike; only scores of one method and version can be compared. */
      readonly score: number;
      readonly method: string;
      readonly version: string;
    }
  | { readonly outcome: 'no-face'; readonly result: null; readonly picture: PictureRole };

/**
 * Looks at submitted pictures on threads of its own. `close` ends them; whoever still waits is told `verifier-closed`.
 * Errors: `VerifierError` by code; `signal.reason` on an abort.
 */
export interface Verifier {
  /** Finds the face again and measures what the page measured. Bytes: JPEG, PNG or WebP. */
  inspectSelfie(bytes: Uint8Array, options?: RequestOptions): Promise<SelfieInspection>;
  /** Compares the largest face of each picture. An error about one of them says which in `picture`. */
  compareWithReference(
    selfie: Uint8Array,
    reference: Uint8Array,
    options?: CompareOptions,
  ): Promise<ReferenceComparison>;
  close(): Promise<void>;
}

/**
 * Makes a verifier, whose threads start with the first picture; `close` ends them. Throws `TypeError` for settings
 * that cannot work.
 */
export function createVerifier(options: VerifierOptions = {}): Verifier {
  const {
    threads = Math.min(4, Math.max(1, Math.floor(availableParallelism() / 2))),
    deadlineMs = 20_000,
    maxQueued = 100,
    limits = {},
    policy = {},
  } = options;
  if (!(Number.isInteger(threads) && threads >= 1)) throw new TypeError('threads must be a whole number from 1 on');
  const pool = createThreadPool({
    threads,
    deadlineMs,
    maxQueued,
    limits: { ...DEFAULT_PICTURE_LIMITS, ...limits },
    policy: createQualityPolicy(policy),
  });

  async function align(bytes: Uint8Array, picture: PictureRole, signal?: AbortSignal): Promise<AlignedFace | null> {
    try {
      return await pool.run('align', bytes, signal);
    } catch (error) {
      if (!isVerifierError(error) || !error.code.startsWith('image-')) throw error;
      throw new VerifierError(error.code, error.message, { cause: error.cause, picture });
    }
  }

  return {
    inspectSelfie: (bytes, { signal } = {}) => pool.run('inspect', bytes, signal),
    async compareWithReference(selfieBytes, referenceBytes, { signal, matcher = textureMatcher } = {}) {
      const [selfie, reference] = await Promise.all([
        align(selfieBytes, 'selfie', signal),
        align(referenceBytes, 'reference', signal),
      ]);
      if (selfie === null) return { outcome: 'no-face', result: null, picture: 'selfie' };
      if (reference === null) return { outcome: 'no-face', result: null, picture: 'reference' };
      const { score, result } = await matcher.compare(selfie, reference);
      return { outcome: 'compared', result, score, method: matcher.method, version: matcher.version };
    },
    close: () => pool.close(),
  };
}
