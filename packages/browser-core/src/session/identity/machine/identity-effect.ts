import type { Depiction, IdentityRequest } from '../../../gateway/identity-gateway.ts';
import type { EngineEffect } from '../../engine/engine-state.ts';
import { Turn } from '../../engine/turn.ts';
import type { HandoverRequest } from '../identity-ports.ts';
import type { IdentityLane, IdentityState, IdentityTimer } from './identity-state.ts';
import type { IdentityResumePoint } from './resume-point.ts';

/** What the runner is to do, as data. Work carries the epoch that its outcomes must repeat. */
export type IdentityEffect =
  | { readonly type: 'check-support'; readonly epoch: number }
  | {
      readonly type: 'open';
      readonly epoch: number;
      readonly processId: string | null;
      readonly correlationId: string | null;
    }
  | { readonly type: 'create'; readonly epoch: number; readonly request: IdentityRequest }
  | { readonly type: 'resume'; readonly epoch: number; readonly processId: string }
  | { readonly type: 'put'; readonly epoch: number; readonly depiction: Depiction }
  | { readonly type: 'submit'; readonly epoch: number }
  | { readonly type: 'poll'; readonly epoch: number }
  | { readonly type: 'renew'; readonly epoch: number }
  /** Tells the gateway that the person went away; nobody waits for it. `unknown`: a process that only a phone has been at. */
  | { readonly type: 'cancel-process'; readonly unknown: string | null }
  /** On a phone: tells whoever waits that the person has stopped. Comes before `cancel-process`, and stands for it. */
  | { readonly type: 'leave' }
  | { readonly type: 'make-link'; readonly epoch: number; readonly request: HandoverRequest }
  | { readonly type: 'poll-link'; readonly epoch: number }
  | { readonly type: 'confirm-link'; readonly epoch: number }
  /** `keep`: the process that goes on here. */
  | { readonly type: 'drop-link'; readonly keep: string | null }
  | { readonly type: 'keep-picture'; readonly depiction: Depiction; readonly digest: string }
  | { readonly type: 'drop-offer'; readonly digest: string }
  | { readonly type: 'drop-picture'; readonly depiction: Depiction }
  | { readonly type: 'save-resume'; readonly point: IdentityResumePoint }
  | { readonly type: 'clear-resume' }
  | EngineEffect<IdentityLane, IdentityTimer>;

/** One step of the identity machine while it is being worked out. */
export class IdentityTurn extends Turn<IdentityState, IdentityEffect, IdentityLane, IdentityTimer> {}
