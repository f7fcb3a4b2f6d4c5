// The test kit handles the elements by words of its own copy, since it is built before them: they must be the elements' own.
import type { SessionPhase } from '@bonafide/browser-core/session';
import type { DocumentCapturePhase, IdentityPhase } from '@bonafide/browser-core/identity';
import type { DocumentCaptureEventType, IdVerificationEventType, SelfieLivenessEventType } from '@bonafide/elements';
import { expect, expectTypeOf, it } from 'vitest';
import type { DocumentActionId } from '../src/document-capture/document-view-model.ts';
import type { IdentityActionId } from '../src/id-verification/identity-view-model.ts';
import type { SelfieActionId } from '../src/selfie-liveness/selfie-view-model.ts';
import { ELEMENT_EVENTS } from '../../testkit/src/elements/element-words.ts';
import type {
  DocumentActionName,
  DocumentState,
  IdentityActionName,
  IdentityState,
  SelfieActionName,
  SelfieState,
} from '../../testkit/src/elements/element-words.ts';

type Events<Tag extends keyof typeof ELEMENT_EVENTS> = (typeof ELEMENT_EVENTS)[Tag][number];
/** Those that come many times a second are not kept. */
type Often = `${string}-${'progress' | 'telemetry' | 'measurement'}`;

it('the events are the elements’ own', () => {
  expectTypeOf<Events<'selfie-liveness'>>().toEqualTypeOf<Exclude<SelfieLivenessEventType, Often>>();
  expectTypeOf<Events<'document-capture'>>().toEqualTypeOf<Exclude<DocumentCaptureEventType, Often>>();
  expectTypeOf<Events<'id-verification'>>().toEqualTypeOf<Exclude<IdVerificationEventType, Often>>();
  for (const events of Object.values(ELEMENT_EVENTS)) expect(new Set(events).size).toBe(events.length);
});

it('the states are the sessions’ own', () => {
  expectTypeOf<SelfieState>().toEqualTypeOf<SessionPhase>();
  expectTypeOf<DocumentState>().toEqualTypeOf<DocumentCapturePhase>();
  expectTypeOf<IdentityState>().toEqualTypeOf<IdentityPhase>();
});

it('the actions are those of the buttons', () => {
  expectTypeOf<SelfieActionName>().toEqualTypeOf<SelfieActionId>();
  expectTypeOf<DocumentActionName>().toEqualTypeOf<DocumentActionId>();
  expectTypeOf<IdentityActionName>().toEqualTypeOf<IdentityActionId>();
});
