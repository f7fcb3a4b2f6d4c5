import { HEADERS, PATHS } from '@bonafide/contracts/onekyc';
import type {
  ConfirmUploadResponse,
  SubmissionStatusData,
  SubmissionStatusResponse,
  UploadUrlsResponse,
} from '@bonafide/contracts/onekyc';
import { DOCUMENTS, type Ending, endingOf, PROCESSING_MESSAGES, refuse, refuseByFault } from './onekyc-words.ts';
import { readJson } from './read-json.ts';
import type { PageOperation } from './scenarios.ts';
import type { ScriptRun } from './script-run.ts';
import { toDigest } from './to-digest.ts';

type SubmissionType = keyof typeof DOCUMENTS;

interface Attempt {
  readonly submissionId: string;
  readonly type: SubmissionType;
  readonly number: number;
  readonly createdAtMs: number;
  /** Digest by type of picture; null until it is there. */
  readonly pictures: Map<string, string | null>;
  /** Those that stay from the attempt before. */
  readonly kept: readonly string[];
  confirmedAtMs: number | null;
}

/** What OneKYC answers a page. */
export interface OneKycSide {
  /** Which operation a request is; null for one that is none. */
  operationOf(method: string, path: string): PageOperation | null;
  answer(operation: PageOperation, request: Request, url: URL, body: ArrayBuffer): Promise<Response>;
}

const UPLOADS = PATHS.upload.replace('{key}', '');
const [BEFORE_ID = '', AFTER_ID = ''] = PATHS.submissionStatus.split('{submissionId}');
const URL_SECONDS = 600;

/** One flow from its first token to its end, as the script has it. */
export function createOneKycSide(run: ScriptRun, baseUrl: string, now: () => number): OneKycSide {
  const { script } = run;
  const attempts: Attempt[] = [];
  /** Addresses of pictures, by key. */
  const targets = new Map<string, { readonly attempt: Attempt; readonly picture: string }>();
  let firstToken: string | null = null;
  let firstTokenUses = 0;

  /** Whether a script has let the first token of the flow run out. A token that was fetched after it works. */
  function isTokenOver(token: string): boolean {
    firstToken ??= token;
    if (token !== firstToken) return false;
    firstTokenUses += 1;
    return script.tokenUses !== undefined && firstTokenUses > script.tokenUses;
  }

  function endOf(attempt: Attempt): Ending | null {
    const { confirmedAtMs, number } = attempt;
    if (confirmedAtMs === null || now() < confirmedAtMs + (script.processingMs ?? 0)) return null;
    return endingOf(script, number, run.attempts - number);
  }

  const wordOf = (end: Ending, picture: string) => end.pictures[picture] ?? end.others;
  const usedOf = (attempt: Attempt) => ({ used: attempt.number, max: run.attempts });

  /** The attempt that is open, or another one while there may be one. */
  function openAttempt(type: SubmissionType): Attempt | null {
    const latest = attempts.at(-1);
    const end = latest === undefined ? null : endOf(latest);
    if (latest !== undefined && end === null) return latest;
    if (end?.words.nextAction === 'EXIT' || attempts.length >= run.attempts) return null;
    const good = end === null ? [] : DOCUMENTS[type].filter((picture) => wordOf(end, picture).status === 'VERIFIED');
    const attempt: Attempt = {
      submissionId: crypto.randomUUID(),
      type,
      number: attempts.length + 1,
      createdAtMs: now(),
      pictures: new Map(DOCUMENTS[type].map((picture) => [picture, latest?.pictures.get(picture) ?? null])),
      kept: good,
      confirmedAtMs: null,
    };
    for (const picture of DOCUMENTS[type]) if (!attempt.kept.includes(picture)) attempt.pictures.set(picture, null);
    attempts.push(attempt);
    return attempt;
  }

  function giveTargets(url: URL): Response {
    const type = url.searchParams.get('submissionType') ?? '';
    if (!Object.hasOwn(DOCUMENTS, type)) return refuse(400, '1542', 'INVALID_SUBMISSION_TYPE');
    const attempt = openAttempt(type as SubmissionType);
    if (attempt === null) return refuse(429, '429', 'SUBMISSION_QUOTA_EXCEEDED');
    const wanted = DOCUMENTS[attempt.type].filter((picture) => !attempt.kept.includes(picture));
    const documents = wanted.map((picture) => {
      const key = crypto.randomUUID();
      targets.set(key, { attempt, picture });
      const documentUrl = `${baseUrl}${UPLOADS}${key}`;
      return [picture, { documentUrl, documentReference: key, expiryInSeconds: String(URL_SECONDS) }] as const;
    });
    return Response.json({
      success: true,
      data: {
        submissionId: attempt.submissionId,
        status: attempt.confirmedAtMs === null ? 'INITIATED' : 'IN_PROGRESS',
        documents: Object.fromEntries(documents),
        uiMessages: PROCESSING_MESSAGES,
        attempts: usedOf(attempt),
      },
    } satisfies UploadUrlsResponse);
  }

  async function takePicture(url: URL, body: ArrayBuffer): Promise<Response> {
    const target = targets.get(url.pathname.slice(url.pathname.lastIndexOf('/') + 1));
    if (target === undefined) return new Response(null, { status: 403 });
    if (body.byteLength === 0) return new Response(null, { status: 400 });
    target.attempt.pictures.set(target.picture, await toDigest(body));
    return new Response(null, { status: 200 });
  }

  function confirm(body: ArrayBuffer): Response {
    const asked = readJson(body) as { readonly submissionId?: unknown; readonly metadata?: ClaimedCapture } | null;
    const attempt = attempts.find(({ submissionId }) => submissionId === asked?.submissionId);
    if (attempt === undefined) return refuse(404, '404', 'SUBMISSION_DOES_NOT_EXIST');
    if (attempt.confirmedAtMs !== null) return refuse(409, '409', 'SUBMISSION_STATE_CONFLICT');
    const isComplete = [...attempt.pictures.values()].every((digest) => digest !== null);
    const claimed = asked?.metadata?.bonafide?.capture?.digest;
    const isTheOneSeen = claimed === undefined || claimed === attempt.pictures.get('SELFIE');
    if (!isComplete || !isTheOneSeen) return refuse(422, '422', 'INVALID_UPLOAD_ARTIFACT');
    attempt.confirmedAtMs = now();
    return Response.json({
      success: true,
      data: { submissionId: attempt.submissionId, uiMessages: PROCESSING_MESSAGES },
    } satisfies ConfirmUploadResponse);
  }

  function tell(url: URL): Response {
    const { pathname } = url;
    const id = pathname.slice(pathname.indexOf(BEFORE_ID) + BEFORE_ID.length, -AFTER_ID.length);
    const attempt = attempts.find(({ submissionId }) => submissionId === id);
    if (attempt === undefined) return refuse(404, '1543', 'SUBMISSION_DOES_NOT_EXIST');
    return Response.json({ success: true, data: toStatus(attempt) } satisfies SubmissionStatusResponse);
  }

  function toStatus(attempt: Attempt): SubmissionStatusData {
    const end = endOf(attempt);
    const documents = [...attempt.pictures].map(([picture, digest]) => {
      const word = end === null ? { status: digest === null ? 'PENDING' : 'UPLOADED' } : wordOf(end, picture);
      return [picture, { documentReference: digest === null ? null : `${attempt.submissionId}-${picture}`, ...word }];
    });
    return {
      submissionId: attempt.submissionId,
      submissionType: attempt.type,
      createdAt: new Date(attempt.createdAtMs).toISOString(),
      ...(end === null ? toProgress(attempt) : { ...end.words, completedAt: toCompletion(attempt) }),
      documents: Object.fromEntries(documents) as NonNullable<SubmissionStatusData['documents']>,
      attempts: usedOf(attempt),
    };
  }

  function toCompletion({ confirmedAtMs }: Attempt): string {
    return new Date((confirmedAtMs ?? 0) + (script.processingMs ?? 0)).toISOString();
  }

  return {
    operationOf(method, path) {
      if (path.endsWith(PATHS.uploadUrls)) {
        return method === 'GET' ? 'getUploadUrls' : method === 'PUT' ? 'putConfirmUpload' : null;
      }
      if (method === 'PUT' && path.includes(UPLOADS)) return 'putUpload';
      return method === 'GET' && path.includes(BEFORE_ID) && path.endsWith(AFTER_ID) ? 'getSubmissionStatus' : null;
    },
    async answer(operation, request, url, body) {
      run.expectFor('onekyc');
      if (operation !== 'putUpload') {
        const token = request.headers.get(HEADERS.token) ?? '';
        if (token === '' || isTokenOver(token)) return refuse(401, '110', 'UNAUTHORIZED');
      }
      const fault = run.takeFault(operation);
      if (fault !== null) return refuseByFault(fault, operation);
      switch (operation) {
        case 'getUploadUrls':
          return giveTargets(url);
        case 'putUpload':
          return takePicture(url, body);
        case 'putConfirmUpload':
          return confirm(body);
        default:
          return tell(url);
      }
    },
  };
}

function toProgress({ confirmedAtMs }: Attempt) {
  return {
    status: confirmedAtMs === null ? ('INITIATED' as const) : ('IN_PROGRESS' as const),
    nextAction: 'STATUS' as const,
    uiMessages: PROCESSING_MESSAGES,
  };
}

interface ClaimedCapture {
  readonly bonafide?: { readonly capture?: { readonly digest?: string } };
}
