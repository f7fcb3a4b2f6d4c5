import type {
  Depiction,
  DocumentType,
  IdentityConsent,
  IdentityNotice,
  IdentityStep,
  RecaptureReason,
} from '@bonafide/browser-core/identity';
import type { ErrorCode } from '@bonafide/contracts/codes';
import type { AssistMessages, PluralMessage, TitledMessage } from './messages.ts';

/** Every button of `<id-verification>`. */
export type IdentityActionMessage =
  | 'start'
  | 'accept'
  | 'decline'
  | 'next'
  | 'back'
  | 'send'
  | 'retakeFront'
  | 'retakeBack'
  | 'recapture'
  | 'retry'
  | 'startOver'
  | 'handOver'
  | 'newLink'
  | 'confirmPhone'
  | 'denyPhone'
  | 'copyLink'
  | 'stayHere'
  | 'keepPhone'
  | 'help'
  | 'done'
  | 'close'
  | 'cancel'
  | 'goOn';

/** Everything that `<id-verification>` says by itself, in one language. `{names}` in braces are filled in. */
export interface IdentityMessages {
  /** Accessible name of the whole element. */
  readonly label: string;
  /** `{number}` and `{total}` count from 1, `{step}` is one of `steps`. */
  readonly stepOf: string;
  readonly steps: Readonly<Record<IdentityStep, string>>;
  readonly start: TitledMessage;
  readonly checking: TitledMessage;
  readonly consent: Readonly<Record<IdentityConsent['kind'], TitledMessage>> & {
    readonly document: TitledMessage;
    readonly selfie: TitledMessage;
    /** The same where no document is taken. */
    readonly selfieAlone: TitledMessage;
    /** What it is for. `{recipient}` is who gets it. */
    readonly purpose: TitledMessage;
    /** The release that the law of some states asks for. `{recipient}` is who gets it. */
    readonly release: TitledMessage;
    readonly retention: PluralMessage;
    /** Before the list of what is accepted with the consent. */
    readonly policies: string;
    /** `{version}` of the text. */
    readonly version: string;
  };
  readonly select: TitledMessage & {
    readonly country: string;
    readonly countryHint: string;
    readonly countrySearch: string;
    readonly suggested: string;
    readonly allCountries: string;
    /** How many countries are left after a search. */
    readonly found: PluralMessage;
    readonly type: string;
  };
  readonly documents: Readonly<Record<DocumentType, TitledMessage>>;
  readonly flip: TitledMessage;
  readonly review: TitledMessage;
  readonly pictures: Readonly<Record<Depiction, string>>;
  /** Under a picture that was let through with a problem. */
  readonly hardToRead: string;
  readonly submitting: TitledMessage;
  /** How far a picture is, in words. `{percent}` is formatted for the language. */
  readonly sending: Readonly<Record<'waiting' | 'sent', string>> & { readonly onItsWay: string };
  readonly processing: TitledMessage;
  /** `photoPage` is said of a passport's front. */
  readonly recapture: Readonly<Record<Depiction | 'photoPage' | 'several', string>>;
  readonly reasons: Readonly<Record<RecaptureReason, string>>;
  readonly handover: TitledMessage & {
    readonly preparing: TitledMessage;
    readonly joined: TitledMessage;
    readonly connected: TitledMessage;
    /** The person has stopped on the phone. */
    readonly left: TitledMessage;
    readonly expired: TitledMessage;
    /** Asked before a phone that is at it is interrupted. */
    readonly takeBack: TitledMessage;
    readonly steps: readonly string[];
    readonly code: string;
    readonly codeHint: string;
    readonly qr: string;
    readonly copied: string;
  };
  readonly passed: TitledMessage;
  readonly inReview: TitledMessage;
  readonly failed: TitledMessage;
  readonly expired: TitledMessage;
  readonly cancelled: TitledMessage;
  readonly notices: Readonly<Record<IdentityNotice, string>>;
  readonly stop: TitledMessage;
  readonly assist: AssistMessages;
  readonly offline: string;
  /** Progress in words. `{percent}` is formatted for the language. */
  readonly progress: string;
  readonly attemptsLeft: PluralMessage;
  readonly actions: Readonly<Record<IdentityActionMessage, string>>;
  readonly errors: Readonly<Record<ErrorCode, TitledMessage>>;
}
