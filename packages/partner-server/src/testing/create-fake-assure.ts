import { PATHS } from '@bonafide/contracts/assure';
import type {
  AssureProcess,
  CreateProcessRequest,
  SetImagesRequest,
  StartCaptureRequest,
} from '@bonafide/contracts/assure';
import { createFakeAssureContents } from './create-fake-assure-contents.ts';
import { createFakeExchange } from './create-fake-exchange.ts';
import type { FakeExchange, FakeGatewayRequest } from './create-fake-exchange.ts';
import { createTokenSeries } from './create-token-series.ts';
import { problem } from './problem.ts';

export interface FakeAssureOptions {
  /** Life of the tokens that it gives. Default: 600. */
  readonly tokenLifetimeSeconds?: number;
  /** What the n-th process comes to once it has been started, counted from 1. Default: accepted. */
  readonly outcome?: (serial: number) => Partial<AssureProcess>;
  /** How often a started process is `processing` before it is over. Default: 0. */
  readonly looksUntilFinal?: number;
  /** Awaited before each answer, for latency and for races that a test settles itself. */
  readonly delay?: (path: string) => Promise<void>;
}

/** A process as the fake gateway keeps it. */
export interface FakeAssureProcess {
  readonly dossierId: string;
  readonly processId: string;
  readonly serial: number;
  readonly request: CreateProcessRequest;
  readonly images: SetImagesRequest;
  /** What came with the start of its verification; undefined until then. */
  readonly started: unknown;
}

/** An Assure gateway in one function, for tests of a backend. No network, and nothing is looked at. */
export interface FakeAssure extends FakeExchange {
  /** Refuses, from now on, every token that it gave before. */
  revokeTokens(): void;
  /** Its dossiers, by id, and its processes in the order in which they were created. What was deleted is gone. */
  readonly dossiers: ReadonlySet<string>;
  readonly processes: readonly FakeAssureProcess[];
}

interface MutableProcess extends FakeAssureProcess {
  images: SetImagesRequest;
  started: unknown;
  looks: number;
  canceled: boolean;
}

/** `/assure/dossiers/{dossierId}[/{below}[/{processId}[/{rest}]]]` */
const DOSSIER_PATH = /^\/assure\/dossiers\/([^/]+)(?:\/([a-z]+)(?:\/([^/]+)(?:\/(.+))?)?)?$/;
/** The shortest ZIP file, with nothing in it (APPNOTE 4.3.16). */
const EMPTY_ZIP = Uint8Array.from([0x50, 0x4b, 5, 6, ...Array.from<number>({ length: 18 }).fill(0)]);
const NOW = '2026-03-01T04:05:06Z';

/** A gateway in one `fetch` function: counts requests, revokes tokens, and answers what a test scripts. */
export function createFakeAssure(options: FakeAssureOptions = {}): FakeAssure {
  const { tokenLifetimeSeconds = 600, outcome = () => ({}), looksUntilFinal = 0, delay } = options;
  const tokens = createTokenSeries('access-token-');
  const dossiers = new Set<string>();
  const processes: MutableProcess[] = [];
  const contents = createFakeAssureContents();
  let dossierSerial = 0;
  let processSerial = 0;

  function toAnswer(process: MutableProcess): AssureProcess {
    const { processId, request, serial } = process;
    const { provider, processType } = request;
    const common = { processId, provider, processType, createdAt: NOW, updatedAt: NOW };
    if (process.canceled) return { ...common, status: 'canceled', providerSpecific: {} };
    if (process.started === undefined) return { ...common, status: 'pending' };
    if ((process.looks += 1) <= looksUntilFinal) return { ...common, status: 'processing' };
    return { ...common, status: 'accepted', ...outcome(serial) };
  }

  function answerDossiers(method: string): Response {
    if (method !== 'POST') return problem(405, 'method-not-allowed');
    const dossierId = `dossier-${(dossierSerial += 1)}`;
    dossiers.add(dossierId);
    return Response.json({ dossierId, createdAt: NOW, updatedAt: NOW }, { status: 201 });
  }

  function answerDossier(method: string, dossierId: string): Response {
    if (method === 'GET') return Response.json({ dossierId, createdAt: NOW, updatedAt: NOW });
    dossiers.delete(dossierId);
    contents.forget(dossierId);
    for (const process of processes.filter((each) => each.dossierId === dossierId)) remove(process);
    return new Response(null, { status: 204 });
  }

  function createProcess(dossierId: string, body: unknown): Response {
    const serial = (processSerial += 1);
    const process: MutableProcess = {
      dossierId,
      processId: `process-${serial}`,
      serial,
      request: body as CreateProcessRequest,
      images: {},
      started: undefined,
      looks: 0,
      canceled: false,
    };
    processes.push(process);
    const isForApp = process.request.processParameters?.mobileAppId !== undefined;
    const authorization = isForApp ? { authorization: `sdk-token-${serial}` } : {};
    return Response.json({ ...toAnswer(process), ...authorization }, { status: 201 });
  }

  function startCapture(dossierId: string, body: unknown): Response {
    const [provider, ...others] = (body as StartCaptureRequest).providers;
    const url = `https://capture.test/#/${dossierId}`;
    if (others.length > 0) return Response.json({ url }, { status: 201 });
    createProcess(dossierId, provider);
    return Response.json({ url, processId: processes.at(-1)?.processId }, { status: 201 });
  }

  function answerProcess(process: MutableProcess, method: string, rest: string | undefined, body: unknown): Response {
    const done = (status: number): Response => new Response(null, { status });
    const isPending = process.started === undefined && !process.canceled;
    if (rest === undefined && method === 'GET') return Response.json(toAnswer(process));
    if (rest === undefined && method === 'DELETE') {
      remove(process);
      return done(204);
    }
    if (rest === 'images' && method === 'PUT') {
      if (!isPending) return problem(409, 'process-not-pending');
      process.images = { ...process.images, ...(body as SetImagesRequest) };
      return done(204);
    }
    if (rest?.startsWith('images/') && method === 'GET') {
      const depiction = rest.slice('images/'.length);
      const image = process.images[depiction.toLowerCase() as keyof SetImagesRequest];
      return image === undefined ? problem(404, 'not-found') : Response.json({ depiction, image });
    }
    if (rest === 'verification' && method === 'POST') {
      if (!isPending) return problem(409, 'process-not-pending');
      process.started = body ?? {};
      return done(202);
    }
    if (rest === 'full-result' && method === 'GET')
      return isPending
        ? problem(409, 'process-not-ended')
        : new Response(EMPTY_ZIP, { headers: { 'content-type': 'application/zip' } });
    if (rest === 'cancellation' && method === 'POST') {
      process.canceled = true;
      return done(204);
    }
    return problem(404, 'not-found');
  }

  function remove(process: MutableProcess): void {
    processes.splice(processes.indexOf(process), 1);
  }

  function answer({ method, path, headers, body }: FakeGatewayRequest): Response {
    const { authorization = '' } = headers;
    if (path === PATHS.token) {
      if (!authorization.startsWith('Basic ')) return Response.json({ error: 'invalid_client' }, { status: 401 });
      const token = { access_token: tokens.issue(), token_type: 'Bearer', expires_in: tokenLifetimeSeconds };
      return Response.json(token);
    }
    if (!tokens.isGood(authorization.replace(/^Bearer /, ''))) return problem(401, 'unauthorized');
    if (path === PATHS.documentTypes)
      return Response.json({ documentTypes: [{ documentType: 'passport', sides: ['FRONT'] }] });
    if (path === PATHS.dossiers) return answerDossiers(method);
    const answered = contents.answerOutside(method, path, body);
    if (answered !== undefined) return answered;
    const [, dossierId = '', below, processId, rest] = DOSSIER_PATH.exec(path) ?? [];
    if (!dossiers.has(dossierId)) return problem(404, 'not-found');
    if (below === undefined) return answerDossier(method, dossierId);
    if (below === 'capture') return startCapture(dossierId, body);
    if (below !== 'processes') return contents.answerBelow(method, dossierId, below, body) ?? problem(404, 'not-found');
    if (processId === undefined) return createProcess(dossierId, body);
    const process = processes.find((each) => each.dossierId === dossierId && each.processId === processId);
    return process === undefined ? problem(404, 'not-found') : answerProcess(process, method, rest, body);
  }

  return { ...createFakeExchange(answer, delay), revokeTokens: () => tokens.revoke(), dossiers, processes };
}
