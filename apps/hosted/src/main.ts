import { createPageFrame } from './page-frame.ts';
import { joinFromLink } from './join-check.ts';
import { runCheck } from './run-check.ts';
import { claimCheck, NoSuchCheckError, readCheck } from './hosted-api.ts';
import type { Device, HostedCheck } from './hosted-check.ts';
import { fragmentOf, type Launch, readLaunch } from './launch-address.ts';

let launch = readLaunch(location.hash);
const device: Device = launch.kind === 'phone-token' || launch.kind === 'phone-check' ? 'phone' : 'page';
// Out of the address before anything else: it is shared, bookmarked and kept in the history, the secret must not be.
if ('token' in launch) history.replaceState(null, '', location.pathname);
const ended = new AbortController();

/** Another address in the same tab is another fragment of the same page: it begins anew. */
window.addEventListener('hashchange', () => location.reload());

const frame = await createPageFrame();

async function open(from: Exclude<Launch, { readonly kind: 'nothing' }>): Promise<HostedCheck> {
  if (from.kind === 'check' || from.kind === 'phone-check') return readCheck(from.checkId, device, ended.signal);
  const check =
    from.kind === 'token'
      ? await claimCheck(from.token, ended.signal)
      : await joinFromLink(frame, from.token, ended.signal);
  launch = { kind: device === 'phone' ? 'phone-check' : 'check', checkId: check.checkId };
  history.replaceState(null, '', location.pathname + fragmentOf(check.checkId, device));
  return check;
}

async function begin(): Promise<void> {
  if (launch.kind === 'nothing') {
    frame.say(frame.texts.noAddress);
    return;
  }
  frame.say(frame.texts.opening, { isWaiting: true });
  let isOpen = false;
  try {
    const check = await open(launch);
    isOpen = true;
    await frame.dress(check);
    await runCheck({ frame, check, device, ended });
  } catch (error) {
    if (ended.signal.aborted) return;
    frame.terms(null);
    if (error instanceof NoSuchCheckError) {
      const { used, onPhone } = frame.texts;
      frame.say(device === 'page' ? used : isOpen ? onPhone.takenBack : onPhone.refused);
      return;
    }
    frame.say(frame.texts.failed);
    frame.offerButton(frame.texts.tryAgain, () => void begin());
  }
}

void begin();
