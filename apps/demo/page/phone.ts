import '@bonafide/elements/define/id-verification';
import { isGatewayError, joinHandover, takeHandoverTicket } from '@bonafide/browser-core/identity';
import type { HandedOver, HandoverTicket } from '@bonafide/browser-core/identity';
import { IdVerification } from '@bonafide/elements';
import { byId } from './by-id.ts';
import { identityAddress } from './identity-address.ts';

/** Everything that this page has is the link: no session, no choice, no name. */
const invite = byId('join', HTMLElement);
const title = byId('join-title', HTMLElement);
const text = byId('join-text', HTMLElement);
const code = byId('join-code', HTMLElement);
const button = byId('join-button', HTMLButtonElement);

type Words = readonly [title: string, text: string];

const NO_LINK: Words = ['Open the link on your computer', 'This page needs the link that your computer shows.'];
const STOPPED: Words = ['You have stopped the check', 'Your computer shows how to go on.'];
const DONE: Words = ['You can close this page', 'Your computer goes on by itself.'];
/** What went wrong, and the way on, which is on the computer wherever the link is of no more use. */
const REFUSED: Readonly<Record<string, Words>> = {
  'handover-claimed': [
    'This link was used before',
    'It opens once. If that was not you, say no on your computer, and make a new link there.',
  ],
  'handover-expired': ['This link has run out', 'Make a new one on your computer, and open it here.'],
  'handover-ended': ['Go on at your computer', 'The check was taken back there. A new link brings it here again.'],
  'session-not-found': ['This link is not known', 'Make a new one on your computer, and open it here.'],
};
const AGAIN: Words = ['That did not work', 'Check your connection, then try again.'];

function say([heading, sentence]: Words): void {
  title.textContent = heading;
  text.textContent = sentence;
  code.hidden = true;
}

async function join(ticket: HandoverTicket): Promise<void> {
  button.disabled = true;
  try {
    const handedOver = await joinHandover({
      baseUrl: identityAddress(),
      ticket,
      onCode: (shown) => {
        say(['Is this number on your computer?', 'Say yes there, and the check goes on here.']);
        code.textContent = shown;
        code.hidden = false;
        button.hidden = true;
      },
    });
    show(handedOver);
  } catch (error) {
    const words = isGatewayError(error) ? REFUSED[error.code] : undefined;
    say(words ?? AGAIN);
    button.textContent = 'Try again';
    button.hidden = words !== undefined;
    button.disabled = false;
  }
}

function show({ createGateway, startFrom }: HandedOver): void {
  const element = new IdVerification();
  element.createGateway = createGateway;
  element.startFrom = startFrom;
  // The token is in memory alone, so a reload has nothing to go on with.
  element.resume = 'off';
  element.assetsUrl = new URL('bonafide/', document.baseURI).href;
  element.lang = new URLSearchParams(location.search).get('lang') ?? 'en';
  element.country = new URLSearchParams(location.search).get('issuer') ?? '';
  element.allowUpload = true;
  element.resultScreen = true;
  function leave(words: Words): void {
    element.remove();
    invite.hidden = false;
    button.hidden = true;
    say(words);
  }
  element.addEventListener('idv-close', () => leave(DONE));
  // The computer hears of it from the backend; its link opens once, so that nothing can begin anew here.
  element.addEventListener('idv-cancel', () => leave(STOPPED));
  invite.hidden = true;
  byId('main', HTMLElement).append(element);
}

const ticket = takeHandoverTicket();
// Another link in the same tab is another fragment of the same page: it begins anew.
window.addEventListener('hashchange', () => location.reload());
if (ticket === null) {
  say(NO_LINK);
  button.hidden = true;
} else {
  button.addEventListener('click', () => void join(ticket));
  button.disabled = false;
}
