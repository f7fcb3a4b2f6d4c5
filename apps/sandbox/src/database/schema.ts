import type { IdnowEnvironment, SessionOutcome, SessionResults, SessionStatus } from '@bonafide/contracts/idnow';
import type { Generated, JSONColumnType, Selectable } from 'kysely';
import type { Capture } from '../assure/capture.ts';
import type { CaptureConfiguration } from '../assure/capture-configuration.ts';
import type { ProcessEvidence } from '../assure/process-evidence.ts';
import type { ProcessOutcome, ProcessParameters, ProcessStatus } from '../assure/process-outcome.ts';
import type { MockBehavior } from '../mosaic/mock-behavior.ts';
import type { StoredResult } from '../mosaic/stored-result.ts';
import type { CheckEvidence } from '../processing/check-evidence.ts';
import type { FlowId } from '../idnow/flows.ts';
import type { KeyPurpose } from '../idnow/signing-keys.ts';
import type { KtpData } from '../onekyc/ktp-data.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { FaceTables } from './face-tables.ts';
import type { HostedTables } from './hosted-tables.ts';
import type { Json } from './json-column.ts';

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
  /** Where the hosted page leads back to; null where the partner draws the screens. */
  success_redirection_url: string | null;
  failure_redirection_url: string | null;
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
  /** What stands on a KTP. */
  ktp_data: Json<KtpData | null>;
  created_at: Date;
  confirmed_at: Date | null;
  completed_at: Date | null;
}

/** One end-user of a client, as Assure keeps them. */
export interface DossierTable {
  id: string;
  client_id: string;
  external_reference: string | null;
  /** What the client said of the person; null until then. */
  user_data: Json<Record<string, unknown> | null>;
  created_at: Date;
  updated_at: Date;
}

/** A picture of a dossier, of which there is one of each name. */
export interface DossierFileTable {
  dossier_id: string;
  name: string;
  content_type: string;
  bytes: Uint8Array;
  uploaded_at: Date;
}

/** How a client wants the capture pages, by its own name for it. */
export interface CaptureConfigurationTable {
  client_id: string;
  id: string;
  body: JSONColumnType<CaptureConfiguration>;
  updated_at: Date;
}

/** One verification of a dossier's end-user with one provider. */
export interface ProcessTable {
  id: string;
  dossier_id: string;
  /** Counts from 1 within the dossier. */
  attempt: number;
  provider: string;
  process_type: string;
  document_type: string | null;
  notification_url: string | null;
  /** Given back to the partner with the notification; a secret of the partner's. */
  authorization_header: string | null;
  parameters: Json<ProcessParameters | null>;
  scenario: Json<Scenario | null>;
  /** Of a process that is captured on the hosted pages. */
  capture: Json<Capture | null>;
  /** What the capturing client claimed beside the pictures. */
  client_evidence: Json<Record<string, unknown> | null>;
  status: ProcessStatus;
  /** What the process came to, as it is answered. */
  outcome: Json<ProcessOutcome | null>;
  evidence: Json<ProcessEvidence | null>;
  created_at: Date;
  updated_at: Date;
}

/** One session of Mosaic. Its pictures and attempts are those of the hosted check that it is the owner of. */
export interface VerificationTable {
  id: string;
  kind: 'verification' | 'face-auth';
  client_id: string;
  /** SHA-256 of the start token, or of the device session id. */
  start_hash: string;
  callback_url: string | null;
  state: string | null;
  mock: Json<MockBehavior | null>;
  /** The partner's own, given back to nobody. */
  customer_information: Json<Record<string, unknown> | null>;
  scenario: Json<Scenario | null>;
  /** As it is answered; null while there is none, and where the session came to no decision. */
  result: Json<StoredResult | null>;
  created_at: Date;
  /** Until then pictures can be handed in. */
  expires_at: Date;
  /** Then all of it is erased. */
  erase_at: Date;
}

/** What a delivery belongs to: exactly one of the two, or a session of IDnow. */
interface AnnouncedBy {
  submission_id: string | null;
  process_id: string | null;
}

/** What a picture or a line of history belongs to: exactly one of the three. */
interface BelongsTo extends AnnouncedBy {
  hosted_check_id: string | null;
}

export type AnnouncedSubject =
  | { readonly submission_id: string; readonly process_id: null }
  | { readonly submission_id: null; readonly process_id: string };

export type Subject =
  | AnnouncedSubject
  | { readonly submission_id: null; readonly process_id: null; readonly hosted_check_id: string };

export const submissionSubject = (id: string): AnnouncedSubject => ({ submission_id: id, process_id: null });
export const processSubject = (id: string): AnnouncedSubject => ({ submission_id: null, process_id: id });
export const hostedSubject = (id: string): Subject => ({ submission_id: null, process_id: null, hosted_check_id: id });

/** Whose a row is. The database sees to it that it is exactly one's. */
export function subjectOf(row: AnnouncedBy & { readonly hosted_check_id?: string | null }): Subject {
  if (row.submission_id !== null) return submissionSubject(row.submission_id);
  return row.process_id === null ? hostedSubject(row.hosted_check_id ?? '') : processSubject(row.process_id);
}

/** A session of IDnow, whose history is in its own row. */
export interface IdnowSubject {
  readonly submission_id: null;
  readonly process_id: null;
  readonly idnow_session_id: string;
}

/** Whose history hears of a delivery; null for one of IDnow. */
export function announcedSubjectOf(row: AnnouncedBy): AnnouncedSubject | null {
  if (row.submission_id !== null) return submissionSubject(row.submission_id);
  return row.process_id === null ? null : processSubject(row.process_id);
}

/** A place for one uploaded picture, and the picture until it is erased. */
export interface ArtefactTable extends BelongsTo {
  key: string;
  document_type: string;
  reference: string;
  content_type: string | null;
  bytes: Uint8Array | null;
  byte_count: number | null;
  /** SHA-256 of the bytes, lower-case hex. */
  digest: string | null;
  status: 'PENDING' | 'UPLOADED' | 'VERIFIED' | 'INVALID' | 'REJECTED';
  uploaded_at: Date | null;
  erased_at: Date | null;
  /** Taken over from the attempt before: it was good, only the other picture is wanted again. */
  is_carried: Generated<boolean>;
  /** What its capture must be signed for; null where nothing was given out. */
  capture_nonce: Generated<string | null>;
  /** What to do better, where it is asked for again. */
  reason: Generated<string | null>;
}

export interface TimelineTable extends BelongsTo {
  id: Generated<number>;
  at: Date;
  kind: string;
  detail: Json<Record<string, unknown>>;
}

/** One callback on its way to a partner. Written in the transaction that completes what it announces. */
export interface DeliveryTable extends AnnouncedBy {
  id: string;
  idnow_session_id: string | null;
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

/** One person's passage through a flow of IDnow. */
export interface IdnowSessionTable {
  id: string;
  client_id: string;
  flow_id: FlowId;
  environment: IdnowEnvironment;
  subject_id: string;
  locale: string | null;
  redirect_url: string | null;
  state: string | null;
  /** SHA-256 of the secret in the player's address. */
  player_hash: string;
  scenario: Json<Scenario | null>;
  status: SessionStatus;
  outcome: SessionOutcome | null;
  /** The route by which the step ended. */
  verdict: string | null;
  /** The blocks that the step left, as they are answered. */
  results: Json<SessionResults | null>;
  /** A word of Keyless' web SDK. */
  reason_code: string | null;
  retry_after_seconds: number | null;
  /** The page is done with, and the face is being compared. */
  is_captured: Generated<boolean>;
  /** Events that were announced. */
  events: Generated<number>;
  created_at: Date;
  started_at: Date | null;
  updated_at: Date;
  completed_at: Date | null;
  expires_at: Date;
}

/** An enrolled face. The template is biometric data; it goes with the row. */
export interface IdnowCredentialTable {
  /** The person's id at Keyless: upper-case hexadecimal, and nothing of the person. */
  id: string;
  client_id: string;
  environment: IdnowEnvironment;
  subject_id: string;
  method: string;
  version: string;
  /** Little-endian 32-bit floats. */
  template: Uint8Array;
  created_at: Date;
  used_at: Date;
}

/** Failures of one person that still count, and until when they are locked out. */
export interface IdnowLockoutTable {
  client_id: string;
  environment: IdnowEnvironment;
  subject_id: string;
  /** Epoch milliseconds, oldest first. */
  failures: JSONColumnType<readonly number[]>;
  locked_until: Date | null;
}

/** What a session left for an audit. */
export interface IdnowVaultEntryTable {
  id: string;
  session_id: string;
  client_id: string;
  environment: IdnowEnvironment;
  content: string;
  created_at: Date;
}

/** A key that signs; the newest of a purpose does, the others are still published. */
export interface SigningKeyTable {
  kid: string;
  purpose: KeyPurpose;
  private_jwk: string;
  public_jwk: string;
  created_at: Date;
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

export interface Database extends FaceTables, HostedTables {
  setting: SettingTable;
  flow: FlowTable;
  submission: SubmissionTable;
  dossier: DossierTable;
  dossier_file: DossierFileTable;
  capture_configuration: CaptureConfigurationTable;
  process: ProcessTable;
  verification: VerificationTable;
  artefact: ArtefactTable;
  timeline: TimelineTable;
  delivery: DeliveryTable;
  fault: FaultTable;
  armed_scenario: ArmedScenarioTable;
  disabled_callback: DisabledCallbackTable;
  idnow_session: IdnowSessionTable;
  idnow_credential: IdnowCredentialTable;
  idnow_lockout: IdnowLockoutTable;
  idnow_vault_entry: IdnowVaultEntryTable;
  signing_key: SigningKeyTable;
}

export type FlowRow = Selectable<FlowTable>;
export type SubmissionRow = Selectable<SubmissionTable>;
export type DossierRow = Selectable<DossierTable>;
export type ProcessRow = Selectable<ProcessTable>;
export type HostedCheckRow = Selectable<HostedTables['hosted_check']>;
export type HostedHandoverRow = Selectable<HostedTables['hosted_handover']>;
export type HostedAttemptRow = Selectable<HostedTables['hosted_attempt']>;
export type VerificationRow = Selectable<VerificationTable>;
export type ArtefactRow = Selectable<ArtefactTable>;
export type DeliveryRow = Selectable<DeliveryTable>;
export type FaceLoginRow = Selectable<FaceTables['face_login']>;
export type IdnowSessionRow = Selectable<IdnowSessionTable>;
export type IdnowCredentialRow = Selectable<IdnowCredentialTable>;
