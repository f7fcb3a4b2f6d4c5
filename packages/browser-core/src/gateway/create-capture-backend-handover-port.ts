import { PATHS } from '@bonafide/contracts/capture-backend';

import type { HandoverLink, HandoverPort, HandoverProgress } from '../session/identity/identity-ports.ts';
import { exchange, readAnswer } from './exchange.ts';
import type { Answer } from './exchange.ts';
import { isGatewayError } from './gateway-error.ts';
import { toHandoverAddress } from './handover-ticket.ts';
import { isHttpAddress } from './is-http-address.ts';
import { parseHandoverMade, parseHandoverSeen } from './parse-handover.ts';
import { refuseCapture } from './refuse-capture.ts';

export interface CaptureBackendHandoverOptions {
  /** Where your backend serves `specs/capture-backend.yaml`, as for `createCaptureBackendGateway`. */
  readonly baseUrl: string;
  /** Absolute address of the page that the phone opens; the link's secret goes into its fragment. */
  readonly phoneUrl: string;
  readonly fetch?: typeof globalThis.fetch;
  /** Wall clock, milliseconds since the epoch. */
  readonly epochNow?: () => number;
}

/**
 * Hands a check over by your own backend (`captureBackendHandler` with `handOverMs`): a link that opens once, and a phone that
 * the person confirms. How often is asked is the session's business. Throws a `TypeError` at once on an address that cannot
 * be used.
 */
export function createCaptureBackendHandoverPort(options: CaptureBackendHandoverOptions): HandoverPort {
  const { baseUrl, phoneUrl, fetch = globalThis.fetch.bind(globalThis), epochNow = Date.now } = options;
  if (typeof baseUrl !== 'string' || baseUrl === '' || !isHttpAddress(baseUrl))
    throw new TypeError('baseUrl must be an address of http or https');
  if (!URL.canParse(phoneUrl) || !isHttpAddress(phoneUrl))
    throw new TypeError('phoneUrl must be an absolute address of http or https');
  const root = baseUrl.replace(/\/+$/, '');

  function call(method: string, path: string, signal: AbortSignal, payload?: unknown): Promise<Answer> {
    const json = { 'content-type': 'application/json' };
    return exchange(
      fetch,
      `${root}${path}`,
      {
        method,
        headers: { accept: 'application/json', ...(payload === undefined ? {} : json) },
        ...(payload === undefined ? {} : { body: JSON.stringify(payload) }),
        signal,
        credentials: 'include',
      },
      epochNow,
    );
  }
  const at = (template: string, id: string): string => template.replace('{handoverId}', encodeURIComponent(id));

  return {
    async create({ processId, documentType, country, consent }, signal): Promise<HandoverLink> {
      const answer = await call('POST', PATHS.handovers, signal, {
        ...(processId === null ? {} : { processId }),
        ...(documentType === null ? {} : { documentType }),
        ...(country === null ? {} : { issuingCountry: country }),
        ...(consent === null ? {} : { consents: { privacy: consent } }),
      });
      if (answer.httpStatus !== 201) throw refuseCapture(answer);
      const { handoverId, secret, expiresInMs } = readAnswer(() => parseHandoverMade(answer.body));
      return { id: handoverId, url: toHandoverAddress(phoneUrl, handoverId, secret), expiresInMs };
    },

    async poll(id, signal): Promise<HandoverProgress> {
      const answer = await call('GET', at(PATHS.handover, id), signal);
      if (answer.httpStatus !== 200) {
        const error = refuseCapture(answer);
        // Taken back on another page of the same person is over too: a new link is one press away.
        if (isGatewayError(error) && (error.code === 'handover-expired' || error.code === 'handover-ended'))
          return { state: 'expired' };
        throw error;
      }
      const { status, code, request } = readAnswer(() => parseHandoverSeen(answer.body));
      const { retryAfterMs } = answer;
      return { state: status, processId: request.processId, retryAfterMs, ...(code === null ? {} : { code }) };
    },

    async confirm(id, code, signal): Promise<void> {
      const answer = await call('POST', at(PATHS.confirmation, id), signal, { code });
      if (answer.httpStatus !== 204) throw refuseCapture(answer);
    },

    async cancel(id, signal, keep): Promise<void> {
      const query = keep === null ? '' : `?${new URLSearchParams({ keep }).toString()}`;
      const answer = await call('DELETE', `${at(PATHS.handover, id)}${query}`, signal);
      // Gone is what was wanted.
      if (answer.httpStatus !== 204 && answer.httpStatus !== 404) throw refuseCapture(answer);
    },
  };
}
