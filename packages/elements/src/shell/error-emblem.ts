import { ERROR_CODES, type ErrorCode } from '@bonafide/contracts/codes';
import type { PanelEmblem } from './panel.ts';

/** The sign over an error: a matter of the network, of the person, or of us. */
export function errorEmblem(code: ErrorCode = 'internal'): PanelEmblem<'offline' | 'alert'> {
  const { blame } = ERROR_CODES[code];
  if (blame === 'network') return { icon: 'offline', tone: 'warn', ring: 'still' };
  return { icon: 'alert', tone: blame === 'subject' ? 'warn' : 'error', ring: 'still' };
}
