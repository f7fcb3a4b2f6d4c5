import type { DocumentRecord, FaceRecord } from '../processing/check-records.ts';

/** The record of a process's checks, made and not made. Names and codes; nothing of a picture or a document. */
export interface ProcessEvidence {
  /** True when a scenario decided instead of the checks. */
  readonly scripted: boolean;
  readonly scenario: string | null;
  readonly document: DocumentRecord | null;
  readonly faces: FaceRecord | null;
  readonly durationMs: number;
}
