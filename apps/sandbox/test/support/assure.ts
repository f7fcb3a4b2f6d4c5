import { setTimeout as sleep } from 'node:timers/promises';
import type { Sandbox } from '../../src/sandbox.ts';
import { type Answer, call } from './journey.ts';
import { ACME } from './open-test-sandbox.ts';
import { picture } from './pictures.ts';

const ORIGIN = 'http://localhost';

/** Credentials as HTTP Basic wants them. */
export const basic = (client: { readonly clientId: string; readonly passKey: string } = ACME): string =>
  `Basic ${Buffer.from(`${encodeURIComponent(client.clientId)}:${encodeURIComponent(client.passKey)}`).toString('base64')}`;

export function requestToken(
  sandbox: Sandbox,
  authorization: string | null = basic(),
  body: string = 'grant_type=client_credentials',
): Promise<Answer> {
  return call(sandbox, `${ORIGIN}/auth/open/connect/token`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...(authorization === null ? {} : { authorization }),
    },
    body,
  });
}

/** Somebody's backend, which calls with its access token. */
export interface Backend {
  readonly token: string;
  request(method: string, path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
}

export async function openBackend(
  sandbox: Sandbox,
  client: { readonly clientId: string; readonly passKey: string } = ACME,
): Promise<Backend> {
  const token: string = (await requestToken(sandbox, basic(client))).body.access_token;
  return backendOf(sandbox, token);
}

export function backendOf(sandbox: Sandbox, token: string): Backend {
  return {
    token,
    request: (method, path, body, headers = {}) =>
      call(sandbox, ORIGIN + path, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      }),
  };
}

/** An open process and where it lies. */
export interface OpenProcess {
  readonly dossierId: string;
  readonly processId: string;
  readonly path: string;
  /** The answer that created it. */
  readonly created: Answer;
}

export interface ProcessOptions {
  readonly dossierId?: string;
  readonly externalReference?: string;
  readonly scenario?: unknown;
  /** Replaces fields of the request; `undefined` leaves one out. */
  readonly request?: Readonly<Record<string, unknown>>;
}

export const PASSPORT_REQUEST = {
  provider: 'onfido',
  processType: 'documentSelfie',
  documentType: 'passport',
  processParameters: { location: { countryOfResidence: 'PRT' } },
} as const;

export async function createDossier(backend: Backend, externalReference?: string): Promise<string> {
  const body = externalReference === undefined ? {} : { externalReference };
  return (await backend.request('POST', '/assure/dossiers', body)).body.dossierId;
}

export async function createProcess(backend: Backend, options: ProcessOptions = {}): Promise<OpenProcess> {
  const dossierId = options.dossierId ?? (await createDossier(backend, options.externalReference));
  const { scenario } = options;
  const created = await backend.request(
    'POST',
    `/assure/dossiers/${dossierId}/processes`,
    { ...PASSPORT_REQUEST, ...options.request },
    scenario === undefined
      ? {}
      : { 'x-bonafide-scenario': typeof scenario === 'string' ? scenario : JSON.stringify(scenario) },
  );
  const processId: string = created.body.processId;
  return { dossierId, processId, path: `/assure/dossiers/${dossierId}/processes/${processId}`, created };
}

export function dataUrl(bytes: Uint8Array = picture('document'), type = 'image/jpeg'): string {
  return `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
}

export function setImages(backend: Backend, { path }: OpenProcess, images: Readonly<Record<string, string>>) {
  return backend.request('PUT', `${path}/images`, images);
}

export function startVerification(backend: Backend, { path }: OpenProcess, body?: unknown): Promise<Answer> {
  return backend.request('POST', `${path}/verification`, body);
}

/** Reads the process until it has ended. */
export async function ended(backend: Backend, { path }: OpenProcess): Promise<Answer> {
  for (;;) {
    const answer = await backend.request('GET', path);
    if (answer.status === 200 && !['pending', 'processing'].includes(answer.body.status)) return answer;
    await sleep(50);
  }
}

/** From a new process to its end, on two pictures. */
export async function verify(
  backend: Backend,
  options: ProcessOptions & { readonly front?: Uint8Array; readonly selfie?: Uint8Array } = {},
): Promise<OpenProcess & { readonly answer: Answer }> {
  const open = await createProcess(backend, options);
  await setImages(backend, open, {
    front: dataUrl(options.front ?? picture('document')),
    selfie: dataUrl(options.selfie ?? picture('live')),
  });
  const started = await startVerification(backend, open);
  if (started.status !== 202) throw new Error(`start answered ${started.status} ${JSON.stringify(started.body)}`);
  return { ...open, answer: await ended(backend, open) };
}
