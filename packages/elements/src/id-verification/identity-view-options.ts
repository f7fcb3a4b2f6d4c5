import type { Depiction, DocumentType } from '@bonafide/browser-core/identity';
import type { IdentityQuestion } from './identity-view-model.ts';

/** What the element knows beside its session, as far as it changes what is shown. */
export interface IdentityViewOptions {
  /** Who gets the pictures, as the consent text names them. */
  readonly recipient: string;
  /** How long they are kept; 0: nothing is said about it. */
  readonly retentionDays: number;
  /** What the person has chosen so far, and has not sent. */
  readonly choice: { readonly documentType: DocumentType | null; readonly country: string };
  /** What the list of countries is narrowed by. */
  readonly search: string;
  /** Likely country of the person's document, ISO 3166-1 alpha-3. */
  readonly likelyCountry: string | undefined;
  /** How far each picture is on its way, 0–1. */
  readonly sending: Readonly<Partial<Record<Depiction, number>>>;
  /** Which ways to a phone are shown. */
  readonly handoverMethods: readonly ('qr' | 'link')[];
  readonly copied: boolean;
  /** What the person is asked once more. */
  readonly confirming: IdentityQuestion | null;
  /** Whether a way to get help is offered. */
  readonly help: boolean;
  /** Whether the last screen waits for a press. */
  readonly resultScreen: boolean;
  /** What helps the person, as the element's property says it. */
  readonly assist: string | boolean;
}
