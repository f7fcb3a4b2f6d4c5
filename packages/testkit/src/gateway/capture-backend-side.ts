import { PATHS } from '@bonafide/contracts/capture-backend';
import type {
  CaptureDepiction,
  CreatedProcess,
  DocumentSide,
  ProcessState,
  ReceivedImage,
  Refusal,
  RefusalCode,
  Requirements,
} from '@bonafide/contracts/capture-backend';
import { readJson } from './read-json.ts';
import type { PageOperation } from './scenarios.ts';
import type { ScriptRun } from './script-run.ts';
import { toDigest } from './to-digest.ts';

/** What is asked for where a test says nothing else. */
export const REQUIREMENTS: Requirements = {
  documents: [
    { documentType: 'passport', sides: ['front'] },
    { documentType: 'identityCard', sides: ['front', 'back'] },
    { documentType: 'driversLicense', sides: ['front', 'back'] },
  ],
  selfie: true,
};

interface Process {
  readonly processId: string;
  readonly sides: readonly DocumentSide[];
  readonly received: Set<CaptureDepiction>;
  used: number;
  startedAtMs: number | null;
  isCanceled: boolean;
}

/** What a capture backend answers a page. Paths are those below where it is mounted. */
export interface CaptureBackendSide {
  operationOf(method: string, path: string): PageOperation | null;
  answer(operation: PageOperation, path: string, body: ArrayBuffer): Promise<Response>;
}

const PATTERNS = (
  [
    ['GET', PATHS.requirements, 'getRequirements'],
    ['POST', PATHS.processes, 'createProcess'],
    ['GET', PATHS.process, 'getProcess'],
    ['DELETE', PATHS.process, 'cancelProcess'],
    ['PUT', PATHS.image, 'putImage'],
    ['POST', PATHS.verification, 'startVerification'],
  ] as const
).map(([method, path, operation]) => {
  const pattern = new RegExp(`^${path.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);
  return { method, operation: operation as PageOperation, pattern };
});

const REFUSALS = {
  'request-invalid': 400,
  'not-found': 404,
  'document-unsupported': 422,
  'image-unsupported': 415,
  'images-missing': 409,
  'state-conflict': 409,
} as const satisfies Partial<Record<RefusalCode, number>>;

/** The processes of one page, as the script has them. */
export function createCaptureBackendSide(
  run: ScriptRun,
  requirements: Requirements,
  now: () => number,
): CaptureBackendSide {
  const { script } = run;
  const processes = new Map<string, Process>();

  const needsOf = ({ sides }: Process): readonly CaptureDepiction[] => [
    ...sides,
    ...(requirements.selfie ? (['selfie'] as const) : []),
  ];

  function statusOf(process: Process): Pick<ProcessState, 'status' | 'recapture'> {
    if (process.isCanceled) return { status: 'canceled' };
    if (process.startedAtMs === null) return { status: 'pending' };
    if (now() < process.startedAtMs + (script.processingMs ?? 0)) return { status: 'processing' };
    if (process.used > (script.recaptures ?? 0)) return { status: script.process ?? 'accepted' };
    if (process.used >= run.attempts) return { status: 'rejected' };
    return { status: 'recapture', recapture: { depictions: [...process.sides], reason: 'image-quality' } };
  }

  function toState(process: Process): ProcessState {
    const progress = statusOf(process);
    const wanted = progress.recapture?.depictions ?? [];
    return {
      processId: process.processId,
      ...progress,
      requirements: { sides: [...process.sides], selfie: requirements.selfie },
      received: [...process.received].filter((depiction) => !wanted.includes(depiction)),
      attempts: { used: process.used, max: Math.max(1, run.attempts) },
    };
  }

  function create(body: ArrayBuffer): Response {
    const { documentType } = (readJson(body) ?? {}) as { readonly documentType?: unknown };
    if (typeof documentType !== 'string') return refuse('request-invalid');
    const option = requirements.documents.find((each) => each.documentType === documentType);
    if (option === undefined) return refuse('document-unsupported');
    const { sides } = option;
    const processId = crypto.randomUUID();
    const begun: Process = { processId, sides, received: new Set(), used: 1, startedAtMs: null, isCanceled: false };
    processes.set(processId, begun);
    const answer: CreatedProcess = { processId, requirements: { sides: [...sides], selfie: requirements.selfie } };
    return Response.json(answer, { status: 201 });
  }

  async function takePicture(process: Process, name: string, body: ArrayBuffer): Promise<Response> {
    const depiction = needsOf(process).find((each) => each === name);
    if (depiction === undefined) return refuse('request-invalid');
    if (body.byteLength === 0) return refuse('image-unsupported');
    const { status, recapture } = statusOf(process);
    if (recapture !== undefined) {
      if (!recapture.depictions.includes(depiction)) return refuse('state-conflict');
      for (const again of recapture.depictions) process.received.delete(again);
      process.used += 1;
      process.startedAtMs = null;
    } else if (status !== 'pending') return refuse('state-conflict');
    process.received.add(depiction);
    const answer: ReceivedImage = { depiction, digest: await toDigest(body) };
    return Response.json(answer);
  }

  function start(process: Process): Response {
    const { status } = statusOf(process);
    if (status === 'pending') {
      if (!needsOf(process).every((each) => process.received.has(each))) return refuse('images-missing');
      process.startedAtMs = now();
    } else if (status !== 'processing') return refuse('state-conflict');
    return Response.json(toState(process), { status: 202 });
  }

  return {
    operationOf: (method, path) => find(method, path)?.operation ?? null,
    async answer(operation, path, body) {
      run.expectFor('capture-backend');
      const fault = run.takeFault(operation);
      if (fault !== null) return refuseByFault(fault.status, fault.retryAfterSeconds);
      if (operation === 'getRequirements') return Response.json(requirements);
      if (operation === 'createProcess') return create(body);
      const { processId = '', depiction = '' } = fieldsOf(path);
      const process = processes.get(processId);
      if (process === undefined) return refuse('not-found');
      switch (operation) {
        case 'putImage':
          return takePicture(process, depiction, body);
        case 'startVerification':
          return start(process);
        case 'cancelProcess':
          if (statusOf(process).status === 'pending') process.isCanceled = true;
          return new Response(null, { status: 204 });
        default:
          return Response.json(toState(process));
      }
    },
  };
}

function find(method: string, path: string) {
  return PATTERNS.find((each) => each.method === method && each.pattern.test(path));
}

function fieldsOf(path: string): Readonly<Record<string, string | undefined>> {
  for (const { pattern } of PATTERNS) {
    const groups = pattern.exec(path)?.groups;
    if (groups !== undefined) return groups;
  }
  return {};
}

function refuse(code: keyof typeof REFUSALS): Response {
  const body: Refusal = { code, message: 'Refused by the scripted gateway.', retryable: false };
  return Response.json(body, { status: REFUSALS[code] });
}

function refuseByFault(status: 429 | 500 | 503, retryAfterSeconds?: number): Response {
  const code = status === 429 ? 'rate-limited' : status === 503 ? 'gateway-unavailable' : 'internal';
  const body: Refusal = { code, message: 'Refused by the script.', retryable: true };
  const headers = retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) };
  return Response.json(body, { status, headers });
}
