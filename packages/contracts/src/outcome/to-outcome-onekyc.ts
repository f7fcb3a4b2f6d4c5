import { composeOutcome } from './compose-outcome.ts';
import { onekycChecks } from './onekyc-checks.ts';
import { fieldAt, listAt, wordAt } from './native-field.ts';
import { nativeWords } from './native-words.ts';
import type { Outcome, OutcomeAttempts } from './outcome.ts';
import { saidStatus } from './read-http-status.ts';
import { readWord } from './read-word.ts';
import { behind, saidIfThere, saidWord, type Said } from './said.ts';
import { reads } from './word-reading.ts';

/** What OneKYC said, and where. Bodies are parsed JSON and need not have been validated. */
export type OneKycStatement =
  /** `getSubmissionDetails`, read with a partner token; or its `data`. */
  | { readonly from: 'details'; readonly body: unknown }
  /** The callback to the partner. `verified`: its signature or credentials were checked. */
  | { readonly from: 'callback'; readonly body: unknown; readonly verified: boolean }
  /** `getSubmissionStatus`, polled with a user token; or its `data`. A page reads it, so it proves nothing. */
  | { readonly from: 'status'; readonly body: unknown }
  /** The query with which the browser came back. */
  | { readonly from: 'redirect'; readonly query: Readonly<Record<string, string | undefined>> }
  /** `DocumentVerificationResult` of an SDK, or of `<selfie-liveness>`. */
  | { readonly from: 'sdk'; readonly result: unknown }
  /** A refused request. */
  | { readonly from: 'error'; readonly httpStatus: number; readonly body: unknown };

/** Flows in which the person shows a card, so that a wrong card is theirs and not the partner's. */
const CARD_FLOWS: ReadonlySet<string> = new Set(['KTP_SCAN', 'KYC_LITE', 'STANDALONE_IDENTITY_VERIFICATION']);

/** What OneKYC said, as an outcome. Total: no input throws, and what is not understood is `unknown`. */
export function toOutcomeOneKyc(statement: OneKycStatement): Outcome {
  switch (statement.from) {
    case 'details':
      return ofDecision(statement.body, 'api', true);
    case 'callback':
      return ofDecision(statement.body, 'callback', statement.verified);
    case 'status':
      return ofPoll(statement.body);
    case 'redirect':
      return ofRedirect(statement.query);
    case 'sdk':
      return ofSdk(statement.result);
    case 'error':
      return ofError(statement.httpStatus, statement.body);
  }
}

const dataOf = (body: unknown): unknown => fieldAt(body, 'data') ?? body;

function ofDecision(body: unknown, channel: 'api' | 'callback', authoritative: boolean): Outcome {
  const data = dataOf(body);
  const [status, result, reasonCode] = [wordAt(data, 'status'), wordAt(data, 'result'), wordAt(data, 'reasonCode')];
  const said = [
    saidWord('onekyc', 'submission-status', status),
    ...(result === undefined ? [] : [saidWord('onekyc', 'result', result)]),
    ...saidReason(reasonCode, CARD_FLOWS.has(wordAt(data, 'flow') ?? '')),
  ];
  const isPending = status === 'PARTIALLY_COMPLETED' && result === 'VALID';
  return composeOutcome({
    native: nativeWords('onekyc', null, channel, { status, result, reasonCode }),
    raw: body,
    authoritative,
    said: isPending ? [...said, PENDING_CERTIFICATE] : said,
    checks: onekycChecks(data),
  });
}

const PENDING_CERTIFICATE: Said = {
  word: 'PARTIALLY_COMPLETED',
  reading: reads(null, null, null, null, null, { subjectState: 'verified_pending_certificate' }),
};

/** The words of `NOT_EKTP` are the same for the person's card and for the partner's reference picture. */
function saidReason(word: string | undefined, isCardFlow: boolean): readonly Said[] {
  if (word !== 'NOT_EKTP') return saidIfThere('onekyc', 'reason-code', word);
  return [
    isCardFlow
      ? { word, reading: reads('final', 'rejected', 'use_other_document', true, 'document_unsupported') }
      : { word, reading: reads('final', 'rejected', 'fix_reference_data', true, 'reference_data') },
  ];
}

function ofPoll(body: unknown): Outcome {
  const data = dataOf(body);
  const status = wordAt(data, 'status');
  const approved = fieldAt(data, 'verificationResult', 'isApproved');
  const result = typeof approved === 'boolean' ? String(approved) : undefined;
  const route = wordAt(data, 'nextAction');
  const documents = Object.values((fieldAt(data, 'documents') ?? {}) as object).flatMap((document) =>
    wordAt(document, 'status') === 'INVALID' || wordAt(document, 'status') === 'REJECTED'
      ? saidIfThere('onekyc', 'document-status', wordAt(document, 'status'))
      : [],
  );
  return composeOutcome({
    native: nativeWords('onekyc', null, 'api', { status, result, route }),
    raw: body,
    authoritative: false,
    said:
      // A picture that is wanted again ends one submission and not the flow.
      route === 'RETRY'
        ? [saidWord('onekyc', 'sdk-next-action', route), ...documents]
        : [
            saidWord('onekyc', 'submission-status', status),
            ...(result === undefined ? [] : [saidWord('onekyc', 'approved', result)]),
            ...documents,
          ],
    attempts: attemptsOf(data),
  });
}

function attemptsOf(data: unknown): OutcomeAttempts {
  const count = (name: string): number | null => {
    const value = fieldAt(data, 'attempts', name);
    return typeof value === 'number' ? value : null;
  };
  return { used: count('used'), max: count('max'), scope: count('max') === null ? null : 'session' };
}

function ofRedirect(query: Readonly<Record<string, string | undefined>>): Outcome {
  const [status, errorCode] = [wordAt(query, 'status'), wordAt(query, 'error_code')];
  return composeOutcome({
    native: nativeWords('onekyc', null, 'redirect', { status, errorCode }),
    raw: query,
    authoritative: false,
    said: behind(saidIfThere('onekyc', 'redirect-error', errorCode), saidWord('onekyc', 'redirect-status', status)),
  });
}

function ofSdk(result: unknown): Outcome {
  const status = wordAt(result, 'status');
  const errorCode = wordAt(result, 'extra', 'errorCode');
  const reasonCode = wordAt(result, 'extra', 'detailedErrorCode');
  const detail =
    reasonCode !== undefined && readWord('onekyc', 'sdk-error', reasonCode) !== null ? reasonCode : undefined;
  return composeOutcome({
    native: nativeWords('onekyc', 'sdk', 'sdk_event', { status, errorCode, reasonCode }),
    raw: result,
    authoritative: false,
    said:
      status === 'COMPLETED'
        ? [saidWord('onekyc', 'sdk-result', status)]
        : behind(saidIfThere('onekyc', 'sdk-error', detail ?? errorCode), saidWord('onekyc', 'sdk-result', status)),
  });
}

function ofError(httpStatus: number, body: unknown): Outcome {
  const cause = listAt(body, 'errors')
    .map((item) => wordAt(item, 'cause'))
    .find((word) => word !== undefined);
  const isKnown = cause !== undefined && readWord('onekyc', 'api-error', cause) !== null;
  return composeOutcome({
    native: nativeWords('onekyc', null, 'api', { errorCode: cause }, httpStatus),
    raw: body,
    authoritative: true,
    said: [isKnown ? saidWord('onekyc', 'api-error', cause) : saidStatus(httpStatus)],
  });
}
