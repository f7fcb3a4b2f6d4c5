import { confirmPhone, type Handover, NotNowError, offerToPhone, readHandover, takeBack } from './hosted-api.ts';
import type { PageFrame } from './page-frame.ts';
import { pause } from './pause.ts';

/** How often the page asks whether a phone has come. Source: guess; about as long as one looks up from it. */
const POLL_MS = 1_500;

/**
 * At the computer: shows a link to a phone, asks whether the phone that came is the person's, and waits while it has the check.
 * Resolves when the person goes on here after all, the check has come back, or it cannot go to a phone as it is now.
 *
 * @param isConnected A reload while a phone had it: there is nothing to show but that.
 */
export async function handOver(
  frame: PageFrame,
  checkId: string,
  isConnected: boolean,
  signal: AbortSignal,
): Promise<void> {
  const { toPhone } = frame.texts;
  let pressed: 'here' | 'new' | 'yes' | null = null;
  let wake = (): void => {};
  const press = (what: NonNullable<typeof pressed>) => (): void => {
    pressed = what;
    wake();
  };
  /** The next look, or a press of a button. */
  const next = (): Promise<void> => {
    const pressing = new Promise<void>((resolve) => {
      wake = resolve;
    });
    return Promise.race([pause(POLL_MS, signal), pressing]);
  };

  let shown: Handover['state'] | 'expired' | null = null;
  /** The picture of each state, once: a reader is not told the same again. */
  function show(state: NonNullable<typeof shown>, code: string | null): void {
    if (state === shown) return;
    shown = state;
    if (state === 'joined') {
      frame.say(toPhone.joined);
      frame.offerCode(toPhone.codeLabel, code ?? '');
      frame.offerButton(toPhone.yes, press('yes'));
      frame.offerOther(toPhone.no, press('new'));
    } else if (state === 'connected') {
      frame.say(toPhone.connected, { isWaiting: true });
      frame.offerOther(toPhone.takeBack, press('here'));
    } else if (state === 'expired') {
      frame.say(toPhone.expired);
      frame.offerButton(toPhone.newLink, press('new'));
      frame.offerOther(toPhone.stayHere, press('here'));
    }
  }

  /** False where the check is at work, or another window of this browser has brought it to a phone. */
  async function offer(): Promise<boolean> {
    frame.say(toPhone.preparing, { isWaiting: true });
    const link = await offerToPhone(checkId, signal).catch((error: unknown) => {
      if (error instanceof NotNowError) return null;
      throw error;
    });
    if (link === null) return false;
    frame.say(toPhone.link);
    frame.offerScan(link.url, toPhone);
    frame.offerOther(toPhone.stayHere, press('here'));
    shown = 'offered';
    return true;
  }

  if (!isConnected && !(await offer())) return;
  for (let code: string | null = null; ;) {
    if (pressed === 'here') {
      await takeBack(checkId, signal);
      return;
    }
    if (pressed === 'new') {
      pressed = null;
      if (!(await offer())) return;
    }
    if (pressed === 'yes') {
      pressed = null;
      // Too late, or another phone has come since: the next look shows it.
      await confirmPhone(checkId, code ?? '', signal).catch(() => signal.throwIfAborted());
    }
    const seen = await readHandover(checkId, 'page', signal).catch(() => null);
    signal.throwIfAborted();
    if (seen !== null) {
      if (seen.state === 'none' && shown === 'connected') return;
      ({ code } = seen);
      show(seen.state === 'none' ? 'expired' : seen.state, code);
    }
    if (pressed === null) await next();
  }
}
