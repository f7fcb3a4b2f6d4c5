import type { IdentitySnapshot } from '@bonafide/browser-core/identity';
import { errorEmblem } from '../shell/error-emblem.ts';
import type { IdentityEmblem, IdentityScreen } from './identity-view-model.ts';

/** The sign over a screen: what it is about, and how it stands. */
export function identityEmblem(
  screen: IdentityScreen,
  { recapture, failure, handover, progress }: IdentitySnapshot,
): IdentityEmblem {
  switch (screen) {
    case 'checking':
      return { icon: 'card', tone: 'neutral', ring: 'busy' };
    case 'flip':
      return { icon: 'flip', tone: 'neutral', ring: 'still' };
    case 'submitting':
      return { icon: 'upload', tone: 'neutral', ring: progress === null ? 'busy' : 'progress' };
    case 'processing':
      return { icon: 'scan', tone: 'neutral', ring: 'busy' };
    case 'handover':
      if (handover?.state === 'joined') return { icon: 'phone', tone: 'warn', ring: 'still' };
      if (handover?.state === 'left') return { icon: 'stop', tone: 'warn', ring: 'still' };
      return handover?.state === 'expired'
        ? { icon: 'clock', tone: 'warn', ring: 'still' }
        : { icon: 'phone', tone: handover?.state === 'connected' ? 'ok' : 'neutral', ring: 'busy' };
    case 'passed':
      return { icon: 'check', tone: 'ok', ring: 'still' };
    case 'in-review':
      return { icon: 'person', tone: 'neutral', ring: 'still' };
    case 'recapture': {
      const [only] = recapture?.depictions ?? [];
      return {
        icon: only === 'SELFIE' ? 'person' : only === 'BACK' ? 'card-back' : 'card',
        tone: 'warn',
        ring: 'still',
      };
    }
    case 'failed':
      return { icon: 'alert', tone: 'warn', ring: 'still' };
    case 'expired':
      return { icon: 'clock', tone: 'warn', ring: 'still' };
    case 'cancelled':
      return { icon: 'stop', tone: 'neutral', ring: 'still' };
    case 'unsupported':
      return { icon: 'alert', tone: 'error', ring: 'still' };
    case 'error':
      return errorEmblem(failure?.code);
    default:
      return { icon: 'card', tone: 'neutral', ring: 'still' };
  }
}
