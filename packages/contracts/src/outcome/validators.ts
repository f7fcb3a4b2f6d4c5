import * as z from 'zod';

import {
  ATTEMPT_SCOPES,
  CHANNELS,
  CHECK_AREAS,
  CHECK_KINDS,
  CHECK_RESULTS,
  CORRECTABLE,
  DECISIONS,
  FRAUD_SIGNALS,
  LIFECYCLES,
  NEXT_ACTIONS,
  PROVIDERS,
  REASON_CLASSES,
  SUBJECT_STATES,
} from './outcome.ts';

// Validators for zod 4, for outcomes that were stored or sent, and come back. `raw` is not among the words: it is never sent.

export const outcomeReason = z.object({
  class: z.enum(REASON_CLASSES),
  userCorrectable: z.enum(CORRECTABLE),
  check: z.enum(CHECK_AREAS).nullable(),
  nativeCode: z.string(),
});

export const outcomeCheck = z.object({
  kind: z.enum(CHECK_KINDS),
  result: z.enum(CHECK_RESULTS),
  score: z.union([z.number(), z.string()]).nullable(),
});

export const outcomeAttempts = z.object({
  used: z.number().nullable(),
  max: z.number().nullable(),
  scope: z.enum(ATTEMPT_SCOPES).nullable(),
});

export const nativeWords = z.object({
  provider: z.enum(PROVIDERS),
  product: z.string().nullable(),
  channel: z.enum(CHANNELS),
  status: z.string().optional(),
  result: z.string().optional(),
  route: z.string().optional(),
  subResult: z.string().optional(),
  recommendation: z.string().optional(),
  outcome: z.string().optional(),
  event: z.string().optional(),
  reasonCode: z.string().optional(),
  errorCode: z.string().optional(),
  httpStatus: z.number().optional(),
});

/** Refuses an acceptance that nothing authoritative stands behind, as no mapping makes one. */
export const outcome = z
  .object({
    lifecycle: z.enum(LIFECYCLES),
    decision: z.enum(DECISIONS),
    fraudSignal: z.enum(FRAUD_SIGNALS),
    nextAction: z.enum(NEXT_ACTIONS),
    terminal: z.boolean(),
    authoritative: z.boolean(),
    subjectState: z.enum(SUBJECT_STATES).nullable(),
    reasons: z.array(outcomeReason),
    checks: z.array(outcomeCheck),
    attempts: outcomeAttempts,
    native: nativeWords,
  })
  .refine(({ decision, authoritative }) => decision !== 'accepted' || authoritative, {
    error: 'an outcome that is not authoritative cannot be accepted',
    path: ['decision'],
  });
