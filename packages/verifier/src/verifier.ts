import { availableParallelism } from 'node:os';
import type { DocumentPolicy } from '@bonafide/browser-core/document';
import { compareReadings, createDocumentPolicy } from '@bonafide/browser-core/document';
import type { LivenessPolicy, QualityPolicy } from '@bonafide/browser-core/vision';
import { createQualityPolicy, DEFAULT_LIVENESS_POLICY } from '@bonafide/browser-core/vision';
import type { SideEvidence } from './document/document-evidence.ts';
import type { DocumentInspection } from './document/document-inspection.ts';
import { judgeDocument } from './document/judge-document.ts';
import type { VerifyDocumentRequest } from './document/verify-document-request.ts';
import { EYES_112 } from './face/face-alignment.ts';
import { judgeFaces } from './face/judge-faces.ts';
import type { FaceMatching } from './face/face-matching.ts';
import type { MatchFacesRequest } from './face/match-faces-request.ts';
import type { FaceMatcher, FaceTemplate, FaceTemplates } from './face/face-matcher.ts';
import type { PictureLimits } from './picture-limits.ts';
import { DEFAULT_PICTURE_LIMITS } from './picture-limits.ts';
import type { SelfieInspection } from './selfie-inspection.ts';
import { textureMatcher } from './face/texture-matcher.ts';
import { createThreadPool } from './thread/thread-pool.ts';
import type { FaceCut, FaceView, FrameSequence, Task, TaskResults } from './thread/protocol.ts';
import type { PictureRole } from './verifier-error.ts';
import { isVerifierError, VerifierError } from './verifier-error.ts';

/** How much work a verifier takes on at once, and by which lines it judges. */
export interface VerifierOptions {
  /** Default: half of the processors, at least 1, at most 4. Each holds about 100 MB once used. */
  readonly threads?: number;
  /** Default 60 000, from the moment a thread takes a picture. The first one of a thread also loads the networks. */
  readonly deadlineMs?: number;
  /** Default 100. */
  readonly maxQueued?: number;
  readonly limits?: Partial<PictureLimits>;
  /** Who compares faces unless a call says otherwise. Default `textureMatcher`, which is weak: see the README. */
  readonly matcher?: FaceMatcher;
  /** Thresholds that differ from the page's defaults; give both sides the same. */
  readonly policy?: Partial<QualityPolicy>;
  /** The same for documents. */
  readonly documentPolicy?: Partial<DocumentPolicy>;
  /** Weights and lines of the liveness fusion, for another model than ours; the same as the page's. */
  readonly livenessPolicy?: LivenessPolicy;
  /** A folder with networks and their manifest in place of `assets/` of `@bonafide/browser-core`: a `file:` URL that ends with a slash. */
  readonly assets?: URL;
}

export interface RequestOptions {
  readonly signal?: AbortSignal;
}

export interface InspectOptions extends RequestOptions {
  /** The frames around the selfie, as `verifyCapture` gives them: liveness is then judged over all of them. */
  readonly sequence?: FrameSequence | null;
}

export interface CompareOptions extends RequestOptions {
  /** Default the verifier's own. */
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

/** What came of enrolling a face. */
export type FaceEnrolment =
  | { readonly outcome: 'enrolled'; readonly template: FaceTemplate }
  | { readonly outcome: 'no-face' | 'several-faces' };

/**
 * Looks at submitted pictures on threads of its own. `close` ends them; whoever still waits is told `verifier-closed`.
 * Errors: `VerifierError` by code; `signal.reason` on an abort.
 */
export interface Verifier {
  /** Finds the face again and measures what the page measured. Bytes: JPEG, PNG or WebP. */
  inspectSelfie(bytes: Uint8Array, options?: InspectOptions): Promise<SelfieInspection>;
  /** Compares the largest face of each picture. An error about one of them says which in `picture`. */
  compareWithReference(
    selfie: Uint8Array,
    reference: Uint8Array,
    options?: CompareOptions,
  ): Promise<ReferenceComparison>;
  /**
   * What the matcher keeps of the one face on a selfie, to compare later selfies with. Judges neither quality nor liveness.
   * @throws {VerifierError} `matcher-unavailable` for a matcher that keeps none
   */
  enrolFace(selfie: Uint8Array, options?: CompareOptions): Promise<FaceEnrolment>;
  /**
   * Compares the largest face of a selfie with an enrolled one.
   * @throws {VerifierError} `template-unusable` for another matcher's
   */
  compareWithTemplate(
    selfie: Uint8Array,
    template: FaceTemplate,
    options?: CompareOptions,
  ): Promise<ReferenceComparison>;
  /**
   * Compares a selfie with the portrait on a document or another picture of the person, judges both pictures and the
   * selfie's liveness, and says it in Assure's words. An error about one of them says which in `picture`.
   */
  matchFaces(request: MatchFacesRequest, options?: CompareOptions): Promise<FaceMatching>;
  /**
   * Finds the document on one or two pictures, reads it, and says in Assure's words what the checks come to, and which were
   * not made. An error about one of the pictures says which in `picture`.
   */
  verifyDocument(request: VerifyDocumentRequest, options?: RequestOptions): Promise<DocumentInspection>;
  close(): Promise<void>;
}

/**
 * Makes a verifier, whose threads start with the first picture; `close` ends them. Throws `TypeError` for settings
 * that cannot work.
 */
export function createVerifier(options: VerifierOptions = {}): Verifier {
  const {
    threads = Math.min(4, Math.max(1, Math.floor(availableParallelism() / 2))),
    deadlineMs = 60_000,
    maxQueued = 100,
    limits = {},
    policy = {},
    documentPolicy = {},
    livenessPolicy = DEFAULT_LIVENESS_POLICY,
    assets,
    matcher: ownMatcher = textureMatcher,
  } = options;
  if (!(Number.isInteger(threads) && threads >= 1)) throw new TypeError('threads must be a whole number from 1 on');
  const documentLines = createDocumentPolicy(documentPolicy);
  const pool = createThreadPool({
    threads,
    deadlineMs,
    maxQueued,
    limits: { ...DEFAULT_PICTURE_LIMITS, ...limits },
    policy: createQualityPolicy(policy),
    documentPolicy: documentLines,
    livenessPolicy,
    assets: assets === undefined ? null : readFolder(assets),
  });

  /** An error about the picture says which picture it is about. */
  async function runFor<T extends Task>(
    picture: PictureRole,
    task: T,
    signal?: AbortSignal,
  ): Promise<TaskResults[T['kind']]> {
    try {
      return await pool.run(task, signal);
    } catch (error) {
      if (!isVerifierError(error) || !error.code.startsWith('image-')) throw error;
      throw new VerifierError(error.code, error.message, { cause: error.cause, picture });
    }
  }

  function viewSelfie(bytes: Uint8Array, matcher: FaceMatcher, signal: AbortSignal | undefined): Promise<FaceView> {
    return runFor('selfie', { kind: 'face', bytes, cut: cutOf(matcher), role: 'selfie' }, signal);
  }

  async function viewFaces(
    selfie: Uint8Array,
    reference: Uint8Array,
    matcher: FaceMatcher,
    signal: AbortSignal | undefined,
  ): Promise<{ readonly selfie: FaceView; readonly reference: FaceView }> {
    const cut = cutOf(matcher);
    const views = await Promise.all([
      viewSelfie(selfie, matcher, signal),
      runFor('reference', { kind: 'face', bytes: reference, cut, role: 'portrait' }, signal),
    ]);
    return { selfie: views[0], reference: views[1] };
  }

  return {
    inspectSelfie: (bytes, { signal, sequence = null } = {}) => pool.run({ kind: 'inspect', bytes, sequence }, signal),
    async compareWithReference(selfieBytes, referenceBytes, { signal, matcher = ownMatcher } = {}) {
      const views = await viewFaces(selfieBytes, referenceBytes, matcher, signal);
      const [selfie, reference] = [views.selfie.face, views.reference.face];
      if (selfie === null) return { outcome: 'no-face', result: null, picture: 'selfie' };
      if (reference === null) return { outcome: 'no-face', result: null, picture: 'reference' };
      const { score, result } = await matcher.compare(selfie, reference);
      return { outcome: 'compared', result, score, method: matcher.method, version: matcher.version };
    },
    async enrolFace(selfie, { signal, matcher = ownMatcher } = {}) {
      const templates = requireTemplates(matcher);
      const { face, faceCount } = await viewSelfie(selfie, matcher, signal);
      if (face === null) return { outcome: 'no-face' };
      if (faceCount > 1) return { outcome: 'several-faces' };
      const { method, version } = matcher;
      return { outcome: 'enrolled', template: { method, version, values: templates.describe(face) } };
    },
    async compareWithTemplate(selfie, template, { signal, matcher = ownMatcher } = {}) {
      const templates = requireTemplates(matcher);
      const { method, version } = matcher;
      if (template.method !== method || template.version !== version)
        throw new VerifierError('template-unusable', 'the template is of another matcher or version');
      const { face } = await viewSelfie(selfie, matcher, signal);
      if (face === null) return { outcome: 'no-face', result: null, picture: 'selfie' };
      const { score, result } = templates.compare(templates.describe(face), template.values);
      return { outcome: 'compared', result, score, method, version };
    },
    async matchFaces(request, { signal, matcher = ownMatcher } = {}) {
      const { selfie, reference } = await viewFaces(request.selfie, request.reference, matcher, signal);
      const match =
        selfie.face === null || reference.face === null ? null : await matcher.compare(selfie.face, reference.face);
      const { method, version } = matcher;
      return {
        ...judgeFaces({ selfie, reference, match, claimedLiveness: request.claimedLiveness ?? null }, livenessPolicy),
        score: match?.score ?? null,
        probability: match?.probability ?? null,
        method,
        version,
      };
    },
    async verifyDocument({ front, back = null, ...asked }, { signal } = {}) {
      const { documentType = null, issuingCountry = null, at } = asked;
      const expected = documentType === null ? null : { documentType, country: issuingCountry };
      const view = (side: 'front' | 'back', bytes: Uint8Array): Promise<SideEvidence> =>
        runFor(side, { kind: 'document', bytes, side, expected, at }, signal);
      const [seenFront, seenBack] = await Promise.all([
        view('front', front),
        back === null ? null : view('back', back),
      ]);
      const comparisons = compareReadings(seenFront.reading, seenBack?.reading ?? null);
      return judgeDocument({ ...asked, front: seenFront, back: seenBack, comparisons }, documentLines);
    },
    close: () => pool.close(),
  };
}

function cutOf({ alignment = EYES_112, describer = null }: FaceMatcher): FaceCut {
  return { alignment, describer };
}

function requireTemplates({ templates = null }: FaceMatcher): FaceTemplates {
  if (templates === null) throw new VerifierError('matcher-unavailable', 'the matcher keeps no templates');
  return templates;
}

function readFolder({ protocol, pathname, href }: URL): string {
  if (protocol !== 'file:' || !pathname.endsWith('/'))
    throw new TypeError('assets must be a file: URL with a slash at its end');
  return href;
}
