import { createPageFrame } from './page-frame.ts';
import { runCheck } from './run-check.ts';
import { claimCheck, NoSuchCheckError, readCheck } from './hosted-api.ts';
import type { HostedCheck } from './hosted-check.ts';
import { fragmentOf, type Launch, readLaunch } from './launch-address.ts';

const frame = createPageFrame();
let launch = readLaunch(location.hash);
// Out of the address before anything else: it is shared, bookmarked and kept in the history, the secret must not be.
if (launch.kind === 'token') history.replaceState(null, '', location.pathname);
const ended = new AbortController();

/** Another address in the same tab is another fragment of the same page: it begins anew. */
window.addEventListener('hashchange', () => location.reload());

async function open(from: Exclude<Launch, { readonly kind: 'nothing' }>): Promise<HostedCheck> {
  if (from.kind === 'check') return readCheck(from.checkId, ended.signal);
  const check = await claimCheck(from.token, ended.signal);
  launch = { kind: 'check', checkId: check.checkId };
  history.replaceState(null, '', location.pathname + fragmentOf(check.checkId));
  return check;
}

async function begin(): Promise<void> {
  if (launch.kind === 'nothing') {
    frame.say(frame.texts.noAddress);
    return;
  }
  frame.say(frame.texts.opening, { isWaiting: true });
  try {
    const check = await open(launch);
    frame.dress(check);
    await runCheck(frame, check, ended);
  } catch (error) {
    if (ended.signal.aborted) return;
    frame.terms(null);
    if (error instanceof NoSuchCheckError) {
      frame.say(frame.texts.used);
      return;
    }
    frame.say(frame.texts.failed);
    frame.offerButton(frame.texts.tryAgain, () => void begin());
  }
}

void begin();
