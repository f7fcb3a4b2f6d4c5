import type { CaptureBackendOptions, CaptureProcess, RecordedConsent } from '../src/capture-backend/index.ts';
import { captureBackendHandler } from '../src/capture-backend/index.ts';
import type { FakeAssureOptions } from '../src/testing/create-fake-assure.ts';
import { setUpAssure } from './assure-client.ts';
import { jpegHead } from './pictures.ts';

export const BASE = 'https://partner.test/api/identity';
export const NORWEGIAN = { documentType: 'passport', issuingCountry: 'NOR', countryOfResidence: 'NOR' };
export const AMERICAN = { ...NORWEGIAN, countryOfResidence: 'USA' };
export const CONSENT = { granted: true, version: '2026-01', at: '2026-03-01T04:05:06Z' };

/** A backend on a fake gateway, where the header `x-user` is the login. */
export function setUpBackend(over: Partial<CaptureBackendOptions> = {}, gatewayOptions: FakeAssureOptions = {}) {
  const { assure, gateway, clock } = setUpAssure(gatewayOptions);
  const consents: RecordedConsent[] = [];
  const processes: CaptureProcess[] = [];
  const errors: unknown[] = [];
  const options: CaptureBackendOptions = {
    assure,
    processType: 'documentSelfie',
    authorize: ({ headers }) => {
      const id = headers.get('x-user');
      return id === null || id === '' ? undefined : { id };
    },
    consent: {
      version: '2026-01',
      documents: [{ title: 'Facial Scan Policy', url: 'https://partner.test/legal/facial-scan' }],
      record: (consent) => void consents.push(consent),
    },
    onProcess: (process) => void processes.push(process),
    onError: (error) => errors.push(error),
    clock,
    ...over,
  };
  const handle = captureBackendHandler(options);

  async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const isBytes = body instanceof Uint8Array;
    const response = await handle(
      new Request(BASE + path, {
        method,
        headers: {
          'x-user': 'user-1',
          'sec-fetch-site': 'same-origin',
          ...(body === undefined ? {} : { 'content-type': isBytes ? 'image/jpeg' : 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: isBytes ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
      }),
    );
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : (JSON.parse(text) as Record<string, unknown>),
    };
  }

  /** A check that has begun; the path of its process. */
  async function begin(wanted: unknown = NORWEGIAN): Promise<string> {
    const { body } = await send('POST', '/processes', wanted);
    return `/processes/${String(body?.['processId'])}`;
  }

  /** A check with all its pictures, and started. */
  async function run(path: string, depictions: readonly string[] = ['front', 'selfie']): Promise<void> {
    for (const depiction of depictions) await send('PUT', `${path}/images/${depiction}`, jpegHead());
    await send('POST', `${path}/verification`, {});
  }

  /** A request of a phone: without the session, with its token if it has one. */
  async function asPhone(method: string, path: string, body?: unknown, token?: string) {
    const headers = { 'x-user': '', ...(token === undefined ? {} : { 'x-capture-token': token }) };
    return await send(method, path, body, headers);
  }

  /** A hand-over whose link a phone has opened. */
  async function join(wanted: unknown = {}) {
    const created = (await send('POST', '/handovers', wanted)).body;
    const path = `/handovers/${String(created?.['handoverId'])}`;
    const secret = String(created?.['secret']);
    const claimed = (await asPhone('POST', `${path}/claim`, { secret })).body;
    return { path, secret, token: String(claimed?.['captureToken']), code: String(claimed?.['code']) };
  }

  /** A hand-over whose phone the person has confirmed. */
  async function connect(wanted: unknown = {}) {
    const joined = await join(wanted);
    await send('POST', `${joined.path}/confirmation`, { code: joined.code });
    return joined;
  }

  return {
    asPhone,
    join,
    connect,
    assure,
    gateway,
    clock,
    options,
    handle,
    consents,
    processes,
    errors,
    send,
    begin,
    run,
  };
}
