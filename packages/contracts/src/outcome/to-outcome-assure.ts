import { assureFindings } from './assure-findings.ts';
import { composeOutcome } from './compose-outcome.ts';
import { wordAt } from './native-field.ts';
import { nativeWords } from './native-words.ts';
import type { Outcome } from './outcome.ts';
import { saidStatus } from './read-http-status.ts';
import { readWord } from './read-word.ts';
import { saidIfThere, saidWord } from './said.ts';

/** What Assure said, and where. Bodies are parsed JSON and need not have been validated. */
export type AssureStatement =
  /** `getProcess`. */
  | { readonly from: 'process'; readonly body: unknown }
  /** The notification. It is not to be acted on: read the process. */
  | { readonly from: 'callback'; readonly body: unknown }
  /** The query with which the browser came back from the capture flow. */
  | { readonly from: 'redirect'; readonly query: Readonly<Record<string, string | undefined>> }
  /** A refused request, for example to start a verification. */
  | { readonly from: 'error'; readonly httpStatus: number; readonly body: unknown };

/** What Assure said, as an outcome. Total: no input throws, and what is not understood is `unknown`. */
export function toOutcomeAssure(statement: AssureStatement): Outcome {
  switch (statement.from) {
    case 'process':
      return ofProcess(statement.body);
    case 'callback':
      return ofStatus(statement.body, 'callback');
    case 'redirect':
      return ofStatus(statement.query, 'redirect');
    case 'error':
      return ofError(statement.httpStatus, statement.body);
  }
}

function ofProcess(body: unknown): Outcome {
  const status = wordAt(body, 'status');
  const subResult = wordAt(body, 'providerSpecific', 'documentVerification', 'subResult');
  const result = wordAt(body, 'providerSpecific', 'documentVerification', 'result');
  const reasonCode = wordAt(body, 'failReason', 'type');
  const { reasons, checks } = assureFindings(body);
  return composeOutcome({
    native: nativeWords('assure', wordAt(body, 'provider') ?? null, 'api', { status, result, subResult, reasonCode }),
    raw: body,
    authoritative: true,
    said: [
      saidWord('assure', 'process-status', status),
      // What Onfido may still say of a document before Assure has decided is no decision.
      ...(subResult === 'clear' ? [] : saidIfThere('assure', 'sub-result', subResult)),
      ...saidIfThere('assure', 'fail-reason', reasonCode),
    ],
    reasons,
    checks,
  });
}

function ofStatus(body: unknown, channel: 'callback' | 'redirect'): Outcome {
  const status = wordAt(body, 'status');
  return composeOutcome({
    native: nativeWords('assure', null, channel, { status }),
    raw: body,
    authoritative: false,
    said: [saidWord('assure', 'process-status', status)],
  });
}

/** `code` is our sandbox's; the vendor says the same in `detail`, for people. */
function ofError(httpStatus: number, body: unknown): Outcome {
  const errorCode = wordAt(body, 'code');
  const isKnown = errorCode !== undefined && readWord('assure', 'start-error', errorCode) !== null;
  return composeOutcome({
    native: nativeWords('assure', null, 'api', { errorCode }, httpStatus),
    raw: body,
    authoritative: true,
    said: [isKnown ? saidWord('assure', 'start-error', errorCode) : saidStatus(httpStatus)],
  });
}
