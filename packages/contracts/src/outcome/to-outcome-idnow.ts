import { composeOutcome } from './compose-outcome.ts';
import { idnowChecks } from './idnow-checks.ts';
import { fieldAt, wordAt } from './native-field.ts';
import { nativeWords } from './native-words.ts';
import type { Outcome, OutcomeAttempts } from './outcome.ts';
import { saidStatus } from './read-http-status.ts';
import { readWord, type WordLayer } from './read-word.ts';
import { behind, saidIfThere, saidWord, type Said } from './said.ts';
import { reads } from './word-reading.ts';

/** What the IDnow platform, or Keyless behind it, said, and where. Bodies are parsed JSON and need not have been validated. */
export type IdnowStatement =
  /** `getSession`. */
  | { readonly from: 'session'; readonly body: unknown }
  /** The block `Verification` of Authentication v2 alone, read from the platform. */
  | { readonly from: 'verification'; readonly body: unknown }
  /** The block `AuthenticationResult` of Authentication v1 alone, read from the platform. */
  | { readonly from: 'authentication'; readonly body: unknown }
  /** Claims of an event's JWT. `verified`: its signature, issuer, audience and times were checked. */
  | { readonly from: 'event'; readonly claims: unknown; readonly verified: boolean }
  /** The browser came back, or never came: what it says is nothing. */
  | { readonly from: 'redirect'; readonly query: Readonly<Record<string, string | undefined>> }
  /** An event of the Keyless web SDK in the page; `message` of an `error` is its code. */
  | { readonly from: 'keyless-event'; readonly event: string; readonly message?: string }
  /** A refused request. */
  | { readonly from: 'error'; readonly httpStatus: number; readonly body: unknown };

/** Five failures in ten minutes lock a person out for ten. Source: documented, as the default of Keyless. */
const LOCKOUT: OutcomeAttempts = { used: null, max: 5, scope: 'user' };

/** What a step came to is not what the flow made of it: without the flow's word there is no decision. */
const NO_OUTCOME_YET: Said = { word: '', reading: reads(null, 'unknown', 'fetch_result', null) };

/** Routes by which a step ends, in the order in which a verdict is looked up when the step does not say what it is. */
const ROUTES = ['verification-status', 'authentication-v1-route', 'enrollment-route', 'document-route'] as const;

/** What the platform said, as an outcome. Total: no input throws, and what is not understood is `unknown`. */
export function toOutcomeIdnow(statement: IdnowStatement): Outcome {
  switch (statement.from) {
    case 'session':
      return ofSession(statement.body);
    case 'verification':
      return ofVerification(statement.body);
    case 'authentication':
      return ofAuthentication(statement.body);
    case 'event':
      return ofEvent(statement.claims, statement.verified);
    case 'redirect':
      return ofRedirect(statement.query);
    case 'keyless-event':
      return ofKeyless(statement.event, statement.message);
    case 'error':
      return ofError(statement.httpStatus, statement.body);
  }
}

function ofSession(body: unknown): Outcome {
  const [status, outcome] = [wordAt(body, 'sessionStatus'), wordAt(body, 'outcome')];
  const route = wordAt(body, 'lastStep', 'verdict');
  const verification = fieldAt(body, 'results', 'verification');
  const authentication = fieldAt(body, 'results', 'authenticationResult');
  const result = wordAt(verification, 'status') ?? wordAt(authentication, 'result');
  const reasonCode = wordAt(authentication, 'reason', 'code');
  const why = [
    ...saidRoute(route, fieldAt(body, 'lastStep')),
    ...saidIfThere('idnow', 'verification-status', wordAt(verification, 'status')),
    ...saidIfThere('idnow', 'authentication-result', wordAt(authentication, 'result')),
    ...saidFailure(reasonCode),
  ];
  // Giving up, a fault and a person who is enrolled already leave by the route of a rejection, and are none.
  const isNoVerdict = status === 'COMPLETED' && outcome === 'rejected';
  const instead = isNoVerdict ? why.filter(({ reading }) => reading.decision === 'none').slice(0, 1) : [];
  return composeOutcome({
    native: nativeWords('idnow', null, 'api', { status, outcome, route, result, reasonCode }),
    raw: body,
    authoritative: true,
    said: [
      ...instead,
      saidWord('idnow', 'session-status', status),
      outcome === undefined ? NO_OUTCOME_YET : saidWord('idnow', 'outcome', outcome),
      ...(instead.length > 0 ? instead : why),
    ],
    checks: idnowChecks(verification),
  });
}

/** The layer of a verdict, as far as the step says what it is. */
function saidRoute(verdict: string | undefined, step: unknown): readonly Said[] {
  if (verdict === undefined) return [];
  const name = ['stepType', 'stepDescription', 'stepName'].map((field) => wordAt(step, field) ?? '').join(' ');
  const named: WordLayer<'idnow'> | undefined = /enrol/i.test(name)
    ? 'enrollment-route'
    : /document/i.test(name)
      ? 'document-route'
      : undefined;
  const layers = named === undefined ? ROUTES : [named, ...ROUTES];
  const layer = layers.find((each) => readWord('idnow', each, verdict) !== null) ?? ROUTES[0];
  return saidIfThere('idnow', layer, verdict);
}

/** An error of Keyless inside a result explains it; what else the page was to do about it no longer counts. */
function saidFailure(code: string | undefined): readonly Said[] {
  return saidIfThere('keyless', 'error', code).map(({ word, reading }) => ({
    word,
    reading: { ...reading, lifecycle: null, decision: null, terminal: null },
  }));
}

function ofVerification(body: unknown): Outcome {
  const status = wordAt(body, 'status');
  return composeOutcome({
    native: nativeWords('idnow', wordAt(body, 'provider') ?? null, 'api', { status }),
    raw: body,
    authoritative: true,
    said: [saidWord('idnow', 'verification-status', status)],
    checks: idnowChecks(body),
  });
}

function ofAuthentication(body: unknown): Outcome {
  const [result, reasonCode] = [wordAt(body, 'result'), wordAt(body, 'reason', 'code')];
  return composeOutcome({
    native: nativeWords('idnow', wordAt(body, 'provider') ?? null, 'api', { result, reasonCode }),
    raw: body,
    authoritative: true,
    said: [
      saidWord('idnow', 'authentication-result', result),
      ...(result === 'success' ? [] : saidFailure(reasonCode)),
    ],
  });
}

/** An event names a status and never a decision, so that a verified one too says no more than when to read the session. */
function ofEvent(claims: unknown, verified: boolean): Outcome {
  const [status, event] = [wordAt(claims, 'data', 'payload', 'sessionStatus'), wordAt(claims, 'data', 'eventName')];
  return composeOutcome({
    native: nativeWords('idnow', null, 'callback', { status, event, route: wordAt(claims, 'data', 'lastStepStatus') }),
    raw: claims,
    authoritative: verified,
    said: [saidWord('idnow', 'session-status', status)],
  });
}

function ofRedirect(query: Readonly<Record<string, string | undefined>>): Outcome {
  return composeOutcome({
    native: nativeWords('idnow', null, 'redirect', {}),
    raw: query,
    authoritative: false,
    said: [saidWord('idnow', 'session-status', 'COMPLETED')].map(({ word, reading }) => ({
      word,
      reading: { ...reading, lifecycle: 'unknown' as const, terminal: false },
    })),
  });
}

function ofKeyless(event: string, message: string | undefined): Outcome {
  const code = event === 'error' ? message : undefined;
  return composeOutcome({
    native: nativeWords('idnow', 'keyless', 'sdk_event', { event, errorCode: code }),
    raw: { event, message },
    authoritative: false,
    said: behind(saidIfThere('keyless', 'error', code), saidWord('keyless', 'event', event)),
    ...(code === 'SERVER_USER_LOCKED_OUT' || code === 'SERVER_NO_ATTEMPTS_LEFT' ? { attempts: LOCKOUT } : {}),
  });
}

function ofError(httpStatus: number, body: unknown): Outcome {
  return composeOutcome({
    native: nativeWords('idnow', null, 'api', { errorCode: wordAt(body, 'error') }, httpStatus),
    raw: body,
    authoritative: true,
    said: [saidStatus(httpStatus)],
  });
}
