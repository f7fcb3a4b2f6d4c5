import type { DocumentInspection } from '@bonafide/verifier';
import type { Transaction } from 'kysely';
import type { Database, HostedCheckRow } from '../database/schema.ts';
import type { CheckEvidence } from '../processing/check-evidence.ts';
import type { HostedCause, HostedDepiction, HostedOutcome, HostedSystem } from './hosted-words.ts';

/** One picture of an attempt, in memory while the attempt is judged. */
export interface HostedPicture {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** SHA-256, lower-case hex. */
  readonly digest: string;
  /** When it was handed in: what keeps a copy of it keeps it no longer than it came to stay. */
  readonly uploadedAt: Date;
  /** What its capture must be signed for; null where nothing was given out. */
  readonly nonce: string | null;
}

/** What one attempt came to. */
export interface HostedVerdict {
  readonly outcome: HostedOutcome;
  /** Null where it passed. */
  readonly cause: HostedCause | null;
  /** A guidance or error code that says to the person what to do better; null when nothing helps. */
  readonly reason: string | null;
  /** A scenario decided, not the checks. */
  readonly scripted: boolean;
}

export interface HostedAttempt {
  readonly verdict: HostedVerdict;
  /** Counts from 1. */
  readonly number: number;
  /** Whether it ends the check. */
  readonly isLast: boolean;
  /** Numbers and codes of every check that was made; null when the checks themselves failed. */
  readonly evidence: CheckEvidence | null;
  /** With all that was read on the document. Not kept by the hosted check: what the system needs of it, it stores itself. */
  readonly document: DocumentInspection | null;
  /** Empty when they were erased before they could be judged. */
  readonly pictures: ReadonlyMap<HostedDepiction, HostedPicture>;
  /** What the page claimed, by picture. */
  readonly clientEvidence: Readonly<Record<string, unknown>> | null;
}

/** How a check ended. */
export type HostedEnding =
  | {
      readonly kind: 'concluded';
      readonly verdict: HostedVerdict;
      /** The attempt that decided; null when there was none to make. */
      readonly attempt: HostedAttempt | null;
    }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'expired' };

/** What the selfie is compared with. */
export type HostedReference =
  | { readonly outcome: 'found'; readonly bytes: Uint8Array }
  /** Liveness alone. */
  | { readonly outcome: 'none' }
  /** There should be one and there is none: the check fails with `no-reference`. `reason` is the system's own word. */
  | { readonly outcome: 'unavailable'; readonly reason: string };

/** A gateway that opens hosted checks. */
export interface HostedOwner {
  /**
   * The picture that the selfie of a `selfie` check is compared with; asked once per attempt, before it is judged. Left
   * out: the `reference` that the check was opened with, if any.
   */
  readonly reference?: (check: HostedCheckRow, signal: AbortSignal) => Promise<HostedReference>;
  /** Each attempt that was judged, in the transaction that records it, before `concluded`. */
  readonly attempted?: (trx: Transaction<Database>, check: HostedCheckRow, attempt: HostedAttempt) => Promise<void>;
  /**
   * Once for each check, in the transaction that ends it: also when the person cancelled, or let the time run out. Resolves
   * with the address that the browser is sent to, with the system's own parameters; null: the person is told that the
   * window can be closed. When it throws, the check has not ended.
   */
  readonly concluded: (
    trx: Transaction<Database>,
    check: HostedCheckRow,
    ending: HostedEnding,
  ) => Promise<string | null>;
}

/** The owners of one sandbox, by system. */
export interface HostedOwners {
  /** Throws a `TypeError` when the system has one already. */
  register(system: HostedSystem, owner: HostedOwner): void;
  /** Throws a `TypeError` for a system that registered none. */
  of(system: HostedSystem): HostedOwner;
}

export function createHostedOwners(): HostedOwners {
  const owners = new Map<HostedSystem, HostedOwner>();
  return {
    register(system, owner) {
      if (owners.has(system)) throw new TypeError(`hosted: ${system} is registered already`);
      owners.set(system, owner);
    },
    of(system) {
      const owner = owners.get(system);
      if (owner === undefined) throw new TypeError(`hosted: ${system} has registered no owner`);
      return owner;
    },
  };
}
