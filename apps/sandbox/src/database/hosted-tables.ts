import type { Generated, JSONColumnType } from 'kysely';
import type {
  HostedCause,
  HostedDocument,
  HostedKind,
  HostedOutcome,
  HostedRecapture,
  HostedState,
  HostedSystem,
  HostedTheme,
} from '../hosted/hosted-words.ts';
import type { CheckEvidence } from '../processing/check-evidence.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { Json } from './json-column.ts';

/** One check that a person makes on the hosted pages, for the system that opened it. */
export interface HostedCheckTable {
  id: string;
  system: HostedSystem;
  client_id: string;
  /** What the owning system calls it. */
  owner_ref: string;
  /** What the partner calls it, for the feed. */
  correlation_id: string | null;
  kind: HostedKind;
  state: HostedState;
  title: string | null;
  locale: string | null;
  theme: HostedTheme;
  documents: JSONColumnType<readonly HostedDocument[]>;
  /** As the person chose. */
  document_type: string | null;
  issuing_country: string | null;
  attempts_allowed: number;
  /** Handed in. */
  attempts_used: Generated<number>;
  /** SHA-256 of the launch token. */
  token_hash: string;
  /** SHA-256 of what the browser that exchanged it made up for that. */
  claim_key_hash: string | null;
  /** SHA-256 of the secret in the browser's cookie. */
  session_hash: string | null;
  scenario: Json<Scenario | null>;
  /** What the last attempt wants again. */
  recapture: Json<HostedRecapture | null>;
  /** Of a concluded one. */
  outcome: HostedOutcome | null;
  /** Given out for the capture of the attempt that is open; used up when that is handed in. */
  capture_nonce: Generated<string | null>;
  /** Where the browser goes when it is over. */
  redirect_url: string | null;
  created_at: Date;
  expires_at: Date;
  claimed_at: Date | null;
  ended_at: Date | null;
}

/** A hosted check on its way to a phone, or there. */
export interface HostedHandoverTable {
  hosted_check_id: string;
  /** SHA-256 of the link's token. */
  link_hash: string;
  /** `offered` awaits a phone, `joined` the person's word that it is theirs; `connected` has the check. */
  state: 'offered' | 'joined' | 'connected';
  /** Both screens show it. */
  code: string;
  /** SHA-256 of the secret in the phone's cookie. */
  phone_hash: string | null;
  /** Of the link, then of the wait for the person's word; a connected phone's time is the check's. */
  expires_at: Date;
}

/** One attempt within a hosted check, as it was handed in. */
export interface HostedAttemptTable {
  id: string;
  hosted_check_id: string;
  /** Counts from 1. */
  attempt: number;
  outcome: HostedOutcome | null;
  cause: HostedCause | null;
  /** What the page claimed, by picture. */
  client_evidence: Json<Record<string, unknown> | null>;
  evidence: Json<CheckEvidence | null>;
  created_at: Date;
  completed_at: Date | null;
}

/** The hosted checks' tables by their names. */
export interface HostedTables {
  hosted_check: HostedCheckTable;
  hosted_handover: HostedHandoverTable;
  hosted_attempt: HostedAttemptTable;
}
