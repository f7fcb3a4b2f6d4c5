import type { DocumentGuidanceCode, ErrorCode } from '@bonafide/contracts/codes';

import type { DocumentSide } from '../../../document/document-format.ts';
import type { DocumentType } from '../../../document/expected-document.ts';
import type {
  Depiction,
  IdentityPoll,
  IdentityProcess,
  IdentityRequirements,
} from '../../../gateway/identity-gateway.ts';
import type { Circumstance, EngineOutcome } from '../../engine/engine-state.ts';
import type { SessionPace } from '../../pace.ts';
import type { HandoverProgress } from '../identity-ports.ts';
import type { IdentityLane, IdentityTimer } from './identity-state.ts';
import type { IdentityResumePoint } from './resume-point.ts';

/** What the person or the host page asks for. */
export type IdentityCommand =
  | { readonly type: 'start'; readonly resume: IdentityResumePoint | null }
  /** `at`: ISO 8601, UTC. */
  | { readonly type: 'accept-consent'; readonly at: string }
  | { readonly type: 'decline-consent' }
  | { readonly type: 'select'; readonly documentType: DocumentType; readonly country: string | null }
  | {
      /** A picture is offered; the machine answers with `keep-picture` or `drop-offer`. */
      readonly type: 'offer-picture';
      readonly depiction: Depiction;
      readonly digest: string;
      readonly frameDigest: string | null;
      readonly origin: 'auto' | 'manual' | 'upload';
      readonly problems: readonly DocumentGuidanceCode[];
      readonly byteCount: number;
    }
  | { readonly type: 'keep' }
  | { readonly type: 'retake'; readonly side: DocumentSide }
  | { readonly type: 'back' }
  | { readonly type: 'next' }
  | { readonly type: 'retry' }
  | { readonly type: 'set-pace'; readonly pace: SessionPace }
  | { readonly type: 'hand-over' }
  | { readonly type: 'confirm-phone' }
  | { readonly type: 'cancel'; readonly reason: 'user' | 'help' }
  | { readonly type: 'reset' }
  | { readonly type: 'close' };

type GatewayOutcome =
  | { readonly type: 'opened'; readonly requirements: IdentityRequirements }
  | { readonly type: 'created'; readonly process: IdentityProcess }
  | { readonly type: 'resumed'; readonly process: IdentityProcess; readonly poll: IdentityPoll }
  | { readonly type: 'put-progress'; readonly share: number }
  | { readonly type: 'put-done' }
  | { readonly type: 'submit-done' }
  | { readonly type: 'polled'; readonly poll: IdentityPoll }
  | { readonly type: 'renewed' };

type OwnOutcome = { readonly epoch: number } & (
  | { readonly type: 'support-checked'; readonly blockers: readonly ErrorCode[] }
  | GatewayOutcome
  | { readonly type: 'link-made'; readonly expiresInMs: number }
  | { readonly type: 'link-polled'; readonly progress: HandoverProgress }
  | { readonly type: 'link-confirmed' }
);

/** What came of work. `epoch` is that of the effect which asked for it. */
export type IdentityRunOutcome = EngineOutcome<IdentityLane, IdentityTimer> | OwnOutcome;

/** All that can happen to a journey. */
export type IdentityHappening = IdentityCommand | Circumstance | IdentityRunOutcome;

/** `atMs` is the monotonic clock at the moment of the event. */
export type IdentityEvent = { readonly atMs: number } & IdentityHappening;

const LANE_OF = {
  'support-checked': 'support',
  opened: 'gateway',
  created: 'gateway',
  resumed: 'gateway',
  'put-progress': 'gateway',
  'put-done': 'gateway',
  'submit-done': 'gateway',
  polled: 'gateway',
  renewed: 'gateway',
  'link-made': 'handover',
  'link-polled': 'handover',
  'link-confirmed': 'handover',
} as const satisfies Record<OwnOutcome['type'], IdentityLane>;

/** The lane whose work an outcome speaks of; null for timers, which have their own. */
export function identityLaneOf(outcome: IdentityRunOutcome): IdentityLane | null {
  if (outcome.type === 'timer') return null;
  return outcome.type === 'work-failed' ? outcome.lane : LANE_OF[outcome.type];
}
