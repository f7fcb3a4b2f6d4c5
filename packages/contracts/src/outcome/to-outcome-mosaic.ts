import { composeOutcome } from './compose-outcome.ts';
import { mosaicFindings } from './mosaic-findings.ts';
import { wordAt } from './native-field.ts';
import { nativeWords } from './native-words.ts';
import type { Outcome } from './outcome.ts';
import { saidStatus } from './read-http-status.ts';
import { knownWords, readWord } from './read-word.ts';
import { behind, saidIfThere, saidWord, type Said } from './said.ts';

/** What Mosaic said, and where. Bodies are parsed JSON and need not have been validated. */
export type MosaicStatement =
  /** `getVerificationResult`, in either shape. */
  | { readonly from: 'result'; readonly body: unknown }
  /** `getFaceAuthenticationResult`. */
  | { readonly from: 'face-auth'; readonly body: unknown }
  /** `getVerificationStatus`, whose words are ours. */
  | { readonly from: 'status'; readonly body: unknown }
  /** The query with which the browser came back. */
  | { readonly from: 'redirect'; readonly query: Readonly<Record<string, string | undefined>> }
  /** A callback of the web SDK or an event of a native one; `reason`: its recapture reason or error. */
  | { readonly from: 'sdk'; readonly event: string; readonly reason?: string }
  /** What the orchestration SDK handed to the page. */
  | { readonly from: 'journey'; readonly response: unknown }
  /** A refused request. */
  | { readonly from: 'error'; readonly httpStatus: number; readonly body: unknown };

/** What Mosaic said, as an outcome. Total: no input throws, and what is not understood is `unknown`. */
export function toOutcomeMosaic(statement: MosaicStatement): Outcome {
  switch (statement.from) {
    case 'result':
      return ofResult(statement.body, null);
    case 'face-auth':
      return ofResult(statement.body, 'face-auth');
    case 'status':
      return ofStatus(statement.body);
    case 'redirect':
      return ofRedirect(statement.query);
    case 'sdk':
      return ofSdk(statement.event, statement.reason);
    case 'journey':
      return ofJourney(statement.response);
    case 'error':
      return ofError(statement.httpStatus, statement.body);
  }
}

/** Only `complete` is the vendor's; the words before it are ours. */
const saidSession = (status: string | undefined): Said => saidWord('mosaic', 'session-status', status);

function ofResult(body: unknown, product: string | null): Outcome {
  const [status, recommendation] = [wordAt(body, 'status'), wordAt(body, 'recommendation')];
  const { said, checks } = mosaicFindings(body);
  return composeOutcome({
    native: nativeWords('mosaic', product, 'api', { status, recommendation }),
    raw: body,
    authoritative: true,
    said: [
      saidSession(status),
      ...(recommendation === undefined ? [] : [saidWord('mosaic', 'recommendation', recommendation)]),
      ...said,
    ],
    checks,
  });
}

function ofStatus(body: unknown): Outcome {
  const [status, reasonCode] = [wordAt(body, 'status'), wordAt(body, 'recapture_reason')];
  return composeOutcome({
    native: nativeWords('mosaic', null, 'api', { status, reasonCode }),
    raw: body,
    authoritative: true,
    said: status === 'recapture' ? saidRecapture(status, reasonCode) : [saidSession(status)],
  });
}

/** The reason tells better than the status what to do. */
function saidRecapture(status: string, reason: string | undefined): readonly Said[] {
  return behind(saidIfThere('mosaic', 'recapture-reason', asAndroid(reason)), saidSession(status));
}

/** iOS begins its reasons with a small letter. */
function asAndroid(reason: string | undefined): string | undefined {
  const known = knownWords('mosaic', 'recapture-reason');
  return known.find((word) => word === reason || word.charAt(0).toLowerCase() + word.slice(1) === reason) ?? reason;
}

function ofRedirect(query: Readonly<Record<string, string | undefined>>): Outcome {
  const isBack = wordAt(query, 'sessionId') !== undefined;
  return composeOutcome({
    native: nativeWords('mosaic', null, 'redirect', {}),
    raw: query,
    authoritative: false,
    said: [saidWord('mosaic', 'web-callback', isBack ? 'completed' : undefined)],
  });
}

function ofSdk(event: string, reason: string | undefined): Outcome {
  const layer = readWord('mosaic', 'web-callback', event) === null ? 'native-event' : 'web-callback';
  const isRecapture = /recapture/i.test(event);
  const isFailure = /fail|error/i.test(event);
  return composeOutcome({
    native: nativeWords('mosaic', null, 'sdk_event', {
      event,
      ...(isRecapture ? { reasonCode: reason } : { errorCode: reason }),
    }),
    raw: { event, reason },
    authoritative: false,
    said: behind(
      [
        ...(isRecapture ? saidIfThere('mosaic', 'recapture-reason', asAndroid(reason)) : []),
        ...(isFailure ? saidIfThere('mosaic', 'native-error', reason) : []),
      ],
      saidWord('mosaic', layer, event),
    ),
  });
}

/** A journey's own words; its success is whatever its author made of it, and the page's word for it proves nothing. */
function ofJourney(response: unknown): Outcome {
  const [type, step] = [wordAt(response, 'type'), wordAt(response, 'journeyStepId')];
  const errorCode = wordAt(response, 'errorData', 'errorCode');
  const isNamed = step !== undefined && readWord('mosaic', 'journey', step) !== null;
  const event = isNamed ? step : (type ?? (step === undefined ? undefined : 'client_input_required'));
  return composeOutcome({
    native: nativeWords('mosaic', 'journey', 'sdk_event', { event: type, route: step, errorCode }),
    raw: response,
    authoritative: false,
    said:
      errorCode === undefined ? [saidWord('mosaic', 'journey', event)] : [saidWord('mosaic', 'sdk-error', errorCode)],
  });
}

function ofError(httpStatus: number, body: unknown): Outcome {
  return composeOutcome({
    native: nativeWords('mosaic', null, 'api', { errorCode: wordAt(body, 'error_code') }, httpStatus),
    raw: body,
    authoritative: true,
    said: [saidStatus(httpStatus)],
  });
}
