import { createCheckElement, type CheckElement } from './create-check-element.ts';
import { cancelCheck, readCheck } from './hosted-api.ts';
import { type HostedCheck, isOver } from './hosted-check.ts';
import type { PageFrame } from './page-frame.ts';
import { whereBack } from './where-back.ts';

/** How long the element's last screen stays before the page's own. Source: guess; long enough to be read. */
const LAST_SCREEN_MS = 1_500;
/** How long the page says where it leads before it does. Source: guess. */
const GOODBYE_MS = 1_500;
/** How often the check is asked after while it is processed and no element does. */
const POLL_MS = 1_500;
/** How often the time that is left is written anew. */
const TICK_MS = 5_000;

/** Leads the person through an open check, and back to where they came from. */
export async function runCheck(frame: PageFrame, opened: HostedCheck, ended: AbortController): Promise<void> {
  const { signal } = ended;
  const { checkId } = opened;
  const since = performance.now();
  let check = opened;
  let shown: CheckElement | null = null;
  let end: (last: HostedCheck) => void = () => {};
  let fail: (reason: unknown) => void = () => {};
  const over = new Promise<HostedCheck>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });

  const secondsLeft = (): number => Math.max(0, opened.secondsLeft - (performance.now() - since) / 1000);

  function hear(news: HostedCheck): void {
    check = news;
    if (isOver(check)) end(check);
    else frame.terms({ secondsLeft: secondsLeft(), attemptsLeft: check.attempts.max - check.attempts.used });
  }

  /** A question that failed is asked again with the next news or tick: nothing of the check is lost by it. */
  const ask = (): Promise<void> => readCheck(checkId, signal).then(hear, () => undefined);

  function cancel(): void {
    cancelCheck(checkId, signal).then(hear, fail);
  }

  frame.onCancel(cancel);
  const tick = setInterval(() => {
    if (secondsLeft() === 0 && check.state === 'open') void ask();
    else hear(check);
  }, TICK_MS);
  signal.addEventListener('abort', () => clearInterval(tick), { once: true });

  try {
    hear(opened);
    // A reload while the pictures are being checked: there is nothing to take, only to wait for.
    if (check.state === 'processing') {
      frame.say(frame.texts.processing, { isWaiting: true });
      while (check.state === 'processing') {
        await pause(POLL_MS, signal);
        await ask();
      }
    }
    if (!isOver(check)) {
      shown = await createCheckElement(check, { onNews: () => void ask(), onCancel: cancel });
      frame.show(shown.element);
    }
    const last = await over;
    frame.terms(null);
    if (shown !== null && last.state === 'concluded') await pause(LAST_SCREEN_MS, signal);
    shown?.dispose();
    await leave(frame, last, signal);
  } finally {
    clearInterval(tick);
    shown?.dispose();
  }
}

async function leave(frame: PageFrame, last: HostedCheck, signal: AbortSignal): Promise<void> {
  const { texts } = frame;
  const { state, redirectUrl } = last;
  const { title } = state === 'cancelled' ? texts.cancelled : state === 'expired' ? texts.expired : texts.concluded;
  if (redirectUrl === null) {
    frame.say({ title, text: texts.close });
    return;
  }
  frame.say({ title, text: texts.takingBack(whereBack(redirectUrl, location.origin, last.title)) });
  frame.offerLink(texts.goBack, redirectUrl);
  await pause(GOODBYE_MS, signal);
  // Not into the history: going back would come to a check that is over.
  location.replace(redirectUrl);
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        // oxlint-disable-next-line typescript/prefer-promise-reject-errors -- the caller's own reason
        reject(signal.reason);
      },
      { once: true },
    );
  });
}
