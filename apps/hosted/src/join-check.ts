import type { HostedCheck } from './hosted-check.ts';
import { joinCheck, NoSuchCheckError, readCheck, readHandover } from './hosted-api.ts';
import type { PageFrame } from './page-frame.ts';
import { pause } from './pause.ts';

/** How often the phone asks whether it was confirmed. */
const POLL_MS = 1_500;

/**
 * On the phone: opens a link when the person presses, so that a look ahead at it does not use it up; shows the number, and waits
 * until the person has said at the computer that this is their phone.
 * @throws {NoSuchCheckError} The link is of no more use, or nobody said so in time.
 */
export async function joinFromLink(frame: PageFrame, token: string, signal: AbortSignal): Promise<HostedCheck> {
  const { invite, join } = frame.texts.onPhone;
  frame.say(invite);
  await new Promise<void>((resolve) => frame.offerButton(join, resolve));
  frame.say(frame.texts.opening, { isWaiting: true });
  const joined = await joinCheck(token, signal);
  await frame.dress(joined);
  frame.say(frame.texts.onPhone.compare);
  frame.offerCode(frame.texts.toPhone.codeLabel, joined.code);
  for (;;) {
    await pause(POLL_MS, signal);
    const { state } = await readHandover(joined.checkId, 'phone', signal);
    if (state === 'connected') return readCheck(joined.checkId, 'phone', signal);
    if (state !== 'joined') throw new NoSuchCheckError('not confirmed');
  }
}
