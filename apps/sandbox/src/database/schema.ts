import type { Generated, JSONColumnType, Selectable } from 'kysely';
import type { CheckEvidence } from '../processing/check-evidence.ts';
import type { Scenario } from '../scenarios/scenario.ts';

/** A JSON column: read parsed, written as text so that arrays mean the same on both drivers. */
type Json<T extends object | null> = JSONColumnType<T, string | null, string | null>;

export interface SettingTable {
  key: string;
  value: string;
}

/** One verification that a partner began: what a user token is bound to. */
export interface FlowTable {
  id: string;
  client_id: string;
  onboarding_partner: string;
  partner_user_id: string;
  partner_user_id_type: string;
  /** The partner's correlationId; null until the first use of a token that was issued without one. */
  partner_session_id: string | null;
  flow: string;
  source: string;
  reference_image_url: string | null;
  scenario: Json<Scenario | null>;
  attempts_allowed: number;
  /** Requests made with the current user token, for the scenario that lets it expire half-way. */
  token_uses: Generated<number>;
  /** Only tokens of this generation are accepted. */
  token_generation: Generated<number>;
  token_expired: Generated<boolean>;
  created_at: Date;
}

export type SubmissionStatus = 'INITIATED' | 'IN_PROGRESS' | 'COMPLETED' | 'ERROR';
export type NextAction = 'RETRY' | 'STATUS' | 'EXIT';

/** One attempt within a flow. */
export interface SubmissionTable {
  id: string;
  flow_id: string;
  /** Counts from 1. */
  attempt: number;
  submission_type: string;
  status: SubmissionStatus;
  result: 'VALID' | 'INVALID' | null;
  reason_code: string | null;
  next_action: NextAction;
  error_message: string | null;
  sdk_session_id: string | null;
  /** What the browser claimed beside the upload. */
  client_evidence: Json<Record<string, unknown> | null>;
  /** What the server measured itself. */
  evidence: Json<CheckEvidence | null>;
  created_at: Date;
  confirmed_at: Date | null;
  completed_at: Date | null;
}

/** A place for one uploaded picture, and the picture until it is erased. */
export interface ArtefactTable {
  key: string;
  submission_id: string;
  document_type: string;
  reference: string;
  url_expires_at: Date;
  content_type: string | null;
  bytes: Uint8Array | null;
  byte_count: number | null;
  /** SHA-256 of the bytes, lower-case hex. */
  digest: string | null;
  status: 'PENDING' | 'UPLOADED' | 'VERIFIED' | 'INVALID' | 'REJECTED';
  uploaded_at: Date | null;
  erased_at: Date | null;
}

export interface TimelineTable {
  id: Generated<number>;
  submission_id: string;
  at: Date;
  kind: string;
  detail: Json<Record<string, unknown>>;
}

/** One callback on its way to a partner. Written in the transaction that completes the submission. */
export interface DeliveryTable {
  id: string;
  submission_id: string;
  client_id: string;
  body: string;
  state: 'PENDING' | 'DELIVERED' | 'FAILED' | 'DISABLED' | 'LOST';
  attempts: Generated<number>;
  last_status: number | null;
  last_error: string | null;
  next_attempt_at: Date | null;
  created_at: Date;
  delivered_at: Date | null;
}

/** An answer to be given instead of the real one, a number of times. */
export interface FaultTable {
  id: Generated<number>;
  scope: string;
  operation: string;
  remaining: number;
  status: number;
  retry_after_seconds: number | null;
}

export interface ArmedScenarioTable {
  client_id: string;
  scenario: JSONColumnType<Scenario>;
}

/** A callback endpoint that answered 410 Gone. */
export interface DisabledCallbackTable {
  client_id: string;
  disabled_at: Date;
}

export interface Database {
  setting: SettingTable;
  flow: FlowTable;
  submission: SubmissionTable;
  artefact: ArtefactTable;
  timeline: TimelineTable;
  delivery: DeliveryTable;
  fault: FaultTable;
  armed_scenario: ArmedScenarioTable;
  disabled_callback: DisabledCallbackTable;
}

export type FlowRow = Selectable<FlowTable>;
export type SubmissionRow = Selectable<SubmissionTable>;
export type ArtefactRow = Selectable<ArtefactTable>;
export type DeliveryRow = Selectable<DeliveryTable>;
