import { FACE_CLAIMS } from '../face-oidc/vocabulary.ts';
import { composeOutcome } from './compose-outcome.ts';
import { fieldAt, wordAt } from './native-field.ts';
import { nativeWords } from './native-words.ts';
import type { Outcome, OutcomeAttempts } from './outcome.ts';
import { saidStatus } from './read-http-status.ts';
import { readWord, UNKNOWN_READING } from './read-word.ts';
import { behind, saidIfThere, saidWord, type Said } from './said.ts';
import { reads } from './word-reading.ts';

/** What the Svipe bridge, or iProov behind it, said, and where. */
export type FaceOidcStatement =
  /**
   * Claims of an id token or userinfo **that was verified**. `state`: of the login, so that a proof which names another is
   * refused; null for a login that had none.
   */
  | { readonly from: 'claims'; readonly claims: unknown; readonly state: string | null }
  /** The query with which the browser came back. */
  | { readonly from: 'redirect'; readonly query: Readonly<Record<string, string | undefined>> }
  /** A refused request to the token endpoint. */
  | { readonly from: 'token-error'; readonly httpStatus: number; readonly body: unknown }
  /** An event of `<iproov-me>` in the page, with its feedback. */
  | { readonly from: 'iproov-event'; readonly event: string; readonly feedback?: string }
  /** The answer of iProov's validation, asked by a server. */
  | { readonly from: 'iproov-validate'; readonly body: unknown };

/** Three attempts a login; which of them it was is not told. Source: documented, as the default. */
const ATTEMPTS: OutcomeAttempts = { used: null, max: 3, scope: 'login_request' };

const ANOTHER_LOGIN = reads('errored', 'none', 'exit', true, 'security');

/** What the bridge said, as an outcome. Total: no input throws, and what is not understood is `unknown`. */
export function toOutcomeFaceOidc(statement: FaceOidcStatement): Outcome {
  switch (statement.from) {
    case 'claims':
      return ofClaims(statement.claims, statement.state);
    case 'redirect':
      return ofRedirect(statement.query);
    case 'token-error':
      return ofTokenError(statement.httpStatus, statement.body);
    case 'iproov-event':
      return ofEvent(statement.event, statement.feedback);
    case 'iproov-validate':
      return ofValidation(statement.body);
  }
}

function ofClaims(claims: unknown, state: string | null): Outcome {
  const proof = fieldAt(claims, FACE_CLAIMS.facePresent);
  const bound = wordAt(proof, 'state');
  const isThere = (typeof proof === 'object' && proof !== null) || (typeof proof === 'string' && proof !== '');
  const isOther = state !== null && bound !== undefined && bound !== state;
  const result = isThere ? FACE_CLAIMS.facePresent : undefined;
  return composeOutcome({
    native: nativeWords('face-oidc', 'svipe', 'token', { result }),
    raw: claims,
    authoritative: true,
    said: [isOther ? { word: FACE_CLAIMS.facePresent, reading: ANOTHER_LOGIN } : saidWord('svipe', 'claim', result)],
    checks: isThere && !isOther ? [{ kind: 'liveness', result: 'passed', score: null }] : [],
    attempts: ATTEMPTS,
  });
}

/** An error counts more than a code: an honest answer has but one of the two. */
function ofRedirect(query: Readonly<Record<string, string | undefined>>): Outcome {
  const [errorCode, code] = [wordAt(query, 'error'), wordAt(query, 'code')];
  return composeOutcome({
    // A code is a secret until it is spent: that there was one is the word, and not which.
    native: nativeWords('face-oidc', 'svipe', 'redirect', {
      errorCode,
      result: code === undefined ? undefined : 'code',
    }),
    raw: query,
    authoritative: false,
    said:
      errorCode === undefined
        ? [saidWord('svipe', 'redirect', code === undefined ? undefined : 'code')]
        : [saidError(errorCode)],
    attempts: ATTEMPTS,
  });
}

function saidError(word: string): Said {
  return { word, reading: readWord('svipe', 'oauth-error', word) ?? UNKNOWN_READING };
}

function ofTokenError(httpStatus: number, body: unknown): Outcome {
  const errorCode = wordAt(body, 'error');
  const isKnown = errorCode !== undefined && readWord('svipe', 'oauth-error', errorCode) !== null;
  return composeOutcome({
    native: nativeWords('face-oidc', 'svipe', 'api', { errorCode }, httpStatus),
    raw: body,
    authoritative: true,
    said: [isKnown ? saidError(errorCode) : saidStatus(httpStatus)],
    attempts: ATTEMPTS,
  });
}

function ofEvent(event: string, feedback: string | undefined): Outcome {
  return composeOutcome({
    native: nativeWords('face-oidc', 'iproov', 'sdk_event', { event, reasonCode: feedback }),
    raw: { event, feedback },
    authoritative: false,
    said: behind(
      [
        ...(event === 'failed' ? saidIfThere('iproov', 'failure-feedback', feedback) : []),
        ...(event === 'error' ? saidIfThere('iproov', 'error-feedback', feedback) : []),
      ],
      saidWord('iproov', 'event', event),
    ),
  });
}

function ofValidation(body: unknown): Outcome {
  const passed = fieldAt(body, 'passed');
  const result = typeof passed === 'boolean' ? (passed ? 'passed' : 'failed') : undefined;
  const reasonCode = wordAt(body, 'reason');
  const said = [
    saidWord('iproov', 'event', result),
    ...(result === 'failed' ? saidIfThere('iproov', 'failure-feedback', reasonCode) : []),
  ];
  const enrolled: Said = { word: 'enrol', reading: reads(null, null, null, null, null, { subjectState: 'enrolled' }) };
  return composeOutcome({
    native: nativeWords('face-oidc', 'iproov', 'api', { result, reasonCode }),
    raw: body,
    authoritative: true,
    said: result === 'passed' && wordAt(body, 'type') === 'enrol' ? [...said, enrolled] : said,
    checks:
      result === undefined
        ? []
        : [{ kind: 'liveness', result: result === 'passed' ? 'passed' : 'reported_jointly', score: null }],
  });
}
