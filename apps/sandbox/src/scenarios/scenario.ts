import * as z from 'zod';
import { OPERATIONS } from '../onekyc/operation.ts';

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
  /** The decision, whatever the picture shows. */
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
  /** The first attempts end with RETRY before anything else is looked at. */
  recaptures: z.int().min(0).max(20).optional(),
  /** Processing takes at least this long. */
  processingMs: z.int().min(0).max(600_000).optional(),
  callback: z.enum(['lost', 'duplicated']).optional(),
  faults: z.array(fault).max(20).optional(),
  /** Added to every answer that the browser waits for. */
  latencyMs: z.int().min(0).max(30_000).optional(),
  /** The user token is refused after this many requests made with it. */
  tokenUses: z.int().min(0).max(1000).optional(),
  /** Replaces the number of attempts that a flow has. */
  attempts: z.int().min(0).max(20).optional(),
});

export type Scenario = z.infer<typeof scenarioSchema>;
export type ScenarioFault = z.infer<typeof fault>;
