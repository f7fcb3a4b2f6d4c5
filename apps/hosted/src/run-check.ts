import { createCheckElement, type CheckElement } from './create-check-element.ts';
import { handOver } from './hand-over.ts';
import { cancelCheck, NoSuchCheckError, readCheck } from './hosted-api.ts';
import { type Device, type HostedCheck, isOver } from './hosted-check.ts';
import type { PageFrame } from './page-frame.ts';
import { pause } from './pause.ts';
import { whereBack } from './where-back.ts';

/** How long the element's last screen stays before the page's own. Source: guess; long enough to be read. */
const LAST_SCREEN_MS = 1_500;
/** How long the page says where it leads before it does. Source: guess. */
const GOODBYE_MS = 1_500;
/** How often the check is asked after while it is processed and no element does. */
const POLL_MS = 1_500;
/** How often the time that is left is written anew. */
const TICK_MS = 5_000;

export interface CheckRun {
  readonly frame: PageFrame;
  readonly check: HostedCheck;
  readonly device: Device;
  readonly ended: AbortController;
}

/**
 * Leads the person through an open check, and back to where they came from.
 * @throws {NoSuchCheckError} On a phone: the check was taken back to the computer.
 */
export async function runCheck({ frame, check: opened, device, ended }: CheckRun): Promise<void> {
  const { signal } = ended;
  const { checkId } = opened;
  const since = performance.now();
  let check = opened;
  let shown: CheckElement | null = null;
  let isMoved = device === 'phone';
  const finish = new AbortController();
  let fail: (reason: unknown) => void = () => {};
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  // Nobody may be waiting when it comes.
  failed.catch(() => undefined);

  const secondsLeft = (): number => Math.max(0, opened.secondsLeft - (performance.now() - since) / 1000);

  function hear(news: HostedCheck): void {
    check = news;
    if (isOver(check)) finish.abort();
    else frame.terms({ secondsLeft: secondsLeft(), attemptsLeft: check.attempts.max - check.attempts.used });
  }

  /** A question that failed is asked again with the next news or tick: nothing of the check is lost by it. */
  const ask = (): Promise<void> =>
    readCheck(checkId, device, signal).then(hear, (error: unknown) => {
      if (device === 'phone' && error instanceof NoSuchCheckError) fail(error);
    });

  function cancel(): void {
    cancelCheck(checkId, device, signal).then(hear, fail);
  }

  /** Until it is over, or the person wants to go on on a phone. */
  async function makeHere(): Promise<void> {
    const toPhone = new AbortController();
    const stop = AbortSignal.any([finish.signal, toPhone.signal]);
    shown = await createCheckElement(check, { onNews: () => void ask(), onCancel: cancel }, isMoved);
    if (frame.show(shown.element)) void shown.focus();
    if (device === 'page') frame.onToPhone(() => toPhone.abort());
    await Promise.race([whenAborted(stop), failed]);
    frame.onToPhone(null);
    if (!toPhone.signal.aborted) return;
    shown.dispose();
    shown = null;
    await makeThere(false);
  }

  /** While a phone has it, or is on its way. */
  async function makeThere(isConnected: boolean): Promise<void> {
    const asking = setInterval(() => void ask(), POLL_MS);
    try {
      await handOver(frame, checkId, isConnected, AbortSignal.any([signal, finish.signal]));
    } catch (error) {
      if (!finish.signal.aborted) throw error;
    } finally {
      clearInterval(asking);
    }
    isMoved = true;
    await ask();
  }

  frame.onCancel(cancel);
  const tick = setInterval(() => {
    if (device === 'phone' || (secondsLeft() === 0 && check.state === 'open')) void ask();
    else hear(check);
  }, TICK_MS);
  signal.addEventListener('abort', () => clearInterval(tick), { once: true });

  try {
    hear(opened);
    while (!isOver(check)) {
      if (device === 'page' && check.isOnPhone) await makeThere(true);
      // A reload while the pictures are being checked: there is nothing to take, only to wait for.
      else if (check.state === 'processing') await waitForIt();
      else await makeHere();
    }
    frame.terms(null);
    if (shown !== null && check.state === 'concluded') await pause(LAST_SCREEN_MS, signal);
    await leave(frame, check, device, signal);
  } finally {
    clearInterval(tick);
    frame.onToPhone(null);
    disposeOf(shown);
  }

  async function waitForIt(): Promise<void> {
    frame.say(frame.texts.processing, { isWaiting: true });
    await Promise.race([pause(POLL_MS, signal), failed]);
    await ask();
  }
}

const disposeOf = (shown: CheckElement | null): void => shown?.dispose();

function whenAborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

async function leave(frame: PageFrame, last: HostedCheck, device: Device, signal: AbortSignal): Promise<void> {
  const { texts } = frame;
  const { state, redirectUrl } = last;
  const { title } = state === 'cancelled' ? texts.cancelled : state === 'expired' ? texts.expired : texts.concluded;
  if (redirectUrl === null) {
    frame.say({ title, text: device === 'phone' ? texts.onPhone.goBack : texts.close });
    return;
  }
  frame.say({ title, text: texts.takingBack(whereBack(redirectUrl, location.origin, last.title)) });
  frame.offerLink(texts.goBack, redirectUrl);
  await pause(GOODBYE_MS, signal);
  // Not into the history: going back would come to a check that is over.
  location.replace(redirectUrl);
}
