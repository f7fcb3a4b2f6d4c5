import type { Depiction, DocumentSide, DocumentType } from '@bonafide/browser-core/identity';
import type { DocumentIcon } from '../document-capture/views/document-icons.ts';
import type { Frame, Panel, PanelAction, PanelEmblem } from '../shell/panel.ts';

/** What fills the element. `document` and `selfie` are filled by the elements of those steps. */
export type IdentityScreen =
  | 'start'
  | 'checking'
  | 'consent'
  | 'select'
  | 'document'
  | 'flip'
  | 'review'
  | 'selfie'
  | 'submitting'
  | 'processing'
  | 'recapture'
  | 'handover'
  | 'passed'
  | 'in-review'
  | 'failed'
  | 'expired'
  | 'cancelled'
  | 'error'
  | 'unsupported';

export type IdentityActionId =
  | 'start'
  | 'accept'
  | 'decline'
  | 'select'
  | 'next'
  | 'back'
  | 'keep'
  | 'retake-front'
  | 'retake-back'
  | 'retry'
  | 'start-over'
  | 'hand-over'
  | 'confirm-phone'
  | 'copy-link'
  | 'help'
  | 'ask-cancel'
  | 'ask-new-link'
  | 'ask-back'
  | 'cancel'
  | 'go-on'
  | 'assist'
  | 'assist-voice'
  | 'close';

export type IdentityAction = PanelAction<IdentityActionId>;
export type IdentityEmblem = PanelEmblem<DocumentIcon>;

/** Where the person is in the whole. */
export interface IdentityProgressView {
  /** `Step 2 of 6: Document`. */
  readonly text: string;
  readonly states: readonly ('done' | 'current' | 'todo')[];
}

/** What is agreed to beside the points: who gets it, and what can be read. */
export interface IdentityConsentView {
  readonly release: { readonly title: string; readonly body: string } | null;
  readonly policies: string | null;
  readonly links: readonly { readonly title: string; readonly url: string }[];
  readonly version: string;
}

export interface CountryOption {
  /** ISO 3166-1 alpha-3. */
  readonly code: string;
  readonly name: string;
}

export interface CountryGroup {
  readonly label: string;
  readonly options: readonly CountryOption[];
}

export interface IdentitySelectView {
  readonly country: {
    readonly label: string;
    readonly hint: string;
    /** Of the field that narrows the list; null where the list is short. */
    readonly search: string | null;
    readonly found: string | null;
    readonly groups: readonly CountryGroup[];
    readonly selected: string;
  } | null;
  readonly typeLabel: string;
  readonly types: readonly {
    readonly type: DocumentType;
    readonly icon: DocumentIcon;
    readonly title: string;
    readonly body: string;
  }[];
  readonly selectedType: DocumentType | null;
}

export interface IdentityPictureView {
  readonly depiction: Depiction;
  readonly label: string;
  /** Said in its place where it is at the gateway and there is nothing to show; null where there is. */
  readonly sent: string | null;
  readonly warning: string | null;
  readonly retake: IdentityAction | null;
}

/** One picture on its way to the gateway. */
export interface IdentitySendingView {
  readonly depiction: Depiction;
  readonly label: string;
  readonly state: 'waiting' | 'on-its-way' | 'sent';
  readonly text: string;
  /** 0–1. */
  readonly share: number;
}

export interface IdentityHandoverView {
  /** For the QR code and the button that copies it; null while it is being made, and once a phone is there. */
  readonly url: string | null;
  readonly qrLabel: string;
  readonly showQr: boolean;
  /** What to do with it, step by step. */
  readonly steps: readonly string[];
  readonly copy: IdentityAction | null;
  readonly code: { readonly label: string; readonly value: string; readonly hint: string } | null;
}

/** What is asked once more before it is done: stopping, and what interrupts a phone that is at it. */
export type IdentityQuestion = 'stop' | 'new-link' | 'back';

/** The question, over everything. */
export interface IdentityStopView {
  readonly title: string;
  readonly body: string;
  readonly actions: readonly IdentityAction[];
}

/** Everything that the element shows by itself, as plain data. */
export interface IdentityView
  extends Panel<IdentityScreen, IdentityActionId, DocumentIcon>, Frame<IdentityScreen, IdentityActionId> {
  readonly screen: IdentityScreen;
  readonly journey: IdentityProgressView | null;
  readonly back: IdentityAction | null;
  readonly notice: string | null;
  readonly consent: IdentityConsentView | null;
  readonly select: IdentitySelectView | null;
  readonly pictures: readonly IdentityPictureView[];
  readonly sending: readonly IdentitySendingView[];
  readonly handover: IdentityHandoverView | null;
  readonly stop: IdentityStopView | null;
  /** The side of the document that is being captured. */
  readonly side: DocumentSide;
}
