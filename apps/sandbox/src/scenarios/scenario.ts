import * as z from 'zod';
import { EXAMPLE_STATUSES } from './assure-examples.ts';
import { VERIFICATION_ENDS } from './mosaic-examples.ts';
import { FACE_LOGIN_ENDS } from '../face-oidc/face-login-words.ts';
import { OPERATIONS } from '../gateway/operation.ts';
import { SCRIPTED_ENDS } from '../idnow/scripted-ends.ts';

const fault = z.strictObject({
  operation: z.enum(OPERATIONS),
  /** How many requests are answered so before the real answer comes. */
  times: z.int().min(1).max(1000).default(1),
  status: z.union([z.literal(429), z.literal(500), z.literal(503)]),
  retryAfterSeconds: z.int().min(0).max(3600).optional(),
});

/** What a test or a demonstration asks the sandbox to do instead of, or on top of, its real work. */
export const scenarioSchema = z.strictObject({
  /** Shown on the control page. */
  name: z.string().max(60).optional(),
  /** OneKYC: the decision, whatever the picture shows. */
  outcome: z
    .strictObject({
      status: z.enum(['COMPLETED', 'ERROR']).default('COMPLETED'),
      result: z.enum(['VALID', 'INVALID']).optional(),
      reasonCode: z
        .string()
        .regex(/^[A-Z0-9_]{1,60}$/)
        .optional(),
    })
    .optional(),
  /** Assure: the process ends as the vendor's own example of this status, word for word. */
  process: z.enum(EXAMPLE_STATUSES).optional(),
  /**
   * Mosaic: the session ends as the specification's example of this recommendation, word for word; `failed`: it comes to no
   * decision.
   */
  verification: z.enum(VERIFICATION_ENDS).optional(),
  /** Mosaic: the result comes in the older documented shape, with person and document inside of `verified_info`. */
  nestedResult: z.boolean().optional(),
  /** The face bridge: the login ends so, without the hosted page. */
  login: z.enum(FACE_LOGIN_ENDS).optional(),
  /** IDnow: the session ends so as soon as its player is opened, and nobody is looked at. */
  session: z.enum(SCRIPTED_ENDS).optional(),
  /** The first attempts (with Assure, processes of a dossier) ask for a new picture before anything else is looked at. */
  recaptures: z.int().min(0).max(20).optional(),
  /** OneKYC: which of a submission's pictures those attempts want again; else all. */
  recapturedDocument: z.enum(['KTP', 'SELFIE']).optional(),
  /** Processing takes at least this long. */
  processingMs: z.int().min(0).max(600_000).optional(),
  callback: z.enum(['lost', 'duplicated']).optional(),
  faults: z.array(fault).max(20).optional(),
  /** Added to every answer that the browser waits for. */
  latencyMs: z.int().min(0).max(30_000).optional(),
  /** OneKYC: the user token is refused after this many requests made with it. */
  tokenUses: z.int().min(0).max(1000).optional(),
  /** OneKYC: replaces the number of attempts that a flow has. */
  attempts: z.int().min(0).max(20).optional(),
});

export type Scenario = z.infer<typeof scenarioSchema>;
export type ScenarioFault = z.infer<typeof fault>;
