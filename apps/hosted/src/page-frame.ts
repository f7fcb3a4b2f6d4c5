import { renderSVG } from 'uqr';
import { byId } from './by-id.ts';
import type { HostedCheck } from './hosted-check.ts';
import { type Spoken, type Texts, textsFor, type Words } from './texts.ts';

type Dress = Pick<HostedCheck, 'title' | 'locale' | 'theme'>;

/** What stands around the check: who asks, how long there is, how often, and the way out. */
export interface PageFrame {
  readonly texts: Texts;
  /** The language and the look that the check was opened with. */
  dress(check: Dress): Promise<void>;
  /** Words in place of the check. `isWaiting` turns a wheel beside them. */
  say(words: Words, options?: { readonly isWaiting?: boolean }): void;
  /** The number that two screens show, under the words. */
  offerCode(label: string, code: string): void;
  /** A link to a phone, under the words: as a code to scan, and to copy. */
  offerScan(url: string, texts: Texts['toPhone']): void;
  /** Words, and where to go from them. */
  offerLink(label: string, url: string): void;
  offerButton(label: string, onPress: () => void): void;
  /** What one can do instead; under the button. */
  offerOther(label: string, onPress: () => void): void;
  /** The check itself, in place of words. Says whether they had the focus, which it should get. */
  show(element: HTMLElement): boolean;
  /** How long and how often; null hides it, together with the way out. */
  terms(check: { readonly secondsLeft: number; readonly attemptsLeft: number } | null): void;
  /** Called when the person has said that they want out; the last listener counts. */
  onCancel(listener: () => void): void;
  /** Called when the person wants to go on on a phone; null: that is not possible now. */
  onToPhone(listener: (() => void) | null): void;
}

/** Made once the page's own words are there. */
export async function createPageFrame(): Promise<PageFrame> {
  const stage = byId('stage', HTMLElement);
  const message = byId('message', HTMLElement);
  // Held from the start: while the check is shown they are not in the page.
  const messageTitle = byId('message-title', HTMLElement);
  const messageText = byId('message-text', HTMLElement);
  const spinner = byId('spinner', HTMLElement);
  const link = byId('message-link', HTMLAnchorElement);
  const button = byId('message-button', HTMLButtonElement);
  const other = byId('message-other', HTMLButtonElement);
  const code = byId('message-code', HTMLElement);
  const scan = byId('message-scan', HTMLElement);
  const copy = byId('copy', HTMLButtonElement);
  const address = byId('address', HTMLInputElement);
  const toPhone = byId('to-phone', HTMLButtonElement);
  const confirm = byId('confirm', HTMLDialogElement);
  const cancel = byId('cancel', HTMLButtonElement);
  let spoken: Spoken = await textsFor(navigator.languages);
  let { texts } = spoken;
  let title: string | null = null;
  let leave = (): void => {};
  let press = (): void => {};
  let pressOther = (): void => {};
  let goToPhone = (): void => {};
  let copyLink = async (): Promise<void> => {};
  /** Of the picture of the code. */
  let pictureUrl = '';

  function write(): void {
    document.documentElement.lang = spoken.lang;
    document.documentElement.dir = spoken.dir;
    const name = title ?? texts.title;
    document.title = name;
    byId('title', HTMLElement).textContent = name;
    cancel.textContent = texts.cancel;
    toPhone.textContent = texts.toPhone.offer;
    byId('confirm-title', HTMLElement).textContent = texts.confirm.title;
    byId('confirm-text', HTMLElement).textContent = texts.confirm.text;
    byId('confirm-yes', HTMLElement).textContent = texts.confirm.yes;
    byId('confirm-no', HTMLElement).textContent = texts.confirm.no;
  }

  write();
  cancel.addEventListener('click', () => {
    confirm.returnValue = '';
    confirm.showModal();
  });
  button.addEventListener('click', () => press());
  other.addEventListener('click', () => pressOther());
  copy.addEventListener('click', () => void copyLink());
  toPhone.addEventListener('click', () => goToPhone());
  confirm.addEventListener('close', () => {
    if (confirm.returnValue === 'yes') leave();
  });

  return {
    get texts() {
      return texts;
    },
    async dress(check) {
      spoken = await textsFor([...(check.locale === null ? [] : [check.locale]), ...navigator.languages]);
      ({ texts } = spoken);
      ({ title } = check);
      document.documentElement.dataset['theme'] = check.theme;
      write();
    },
    say(words, { isWaiting = false } = {}) {
      const hadFocus = message.contains(document.activeElement);
      setText(messageTitle, words.title);
      setText(messageText, words.text);
      spinner.hidden = !isWaiting;
      for (const offer of [link, button, other, code, scan]) offer.hidden = true;
      message.classList.remove('wide');
      URL.revokeObjectURL(pictureUrl);
      const isNew = !stage.contains(message);
      // Put in again where it stands, it would lose the focus.
      if (isNew) stage.replaceChildren(message);
      // What had the focus is gone, or means something else now: the words take it.
      if (isNew || hadFocus) message.focus();
    },
    offerCode(label, shown) {
      byId('code-label', HTMLElement).textContent = label;
      byId('code-value', HTMLElement).textContent = shown;
      code.hidden = false;
    },
    offerScan(url, { qr, steps, copy: label, copied, address: addressLabel }) {
      // On white whatever the theme, with the quiet zone of four modules that scanners need.
      const picture = renderSVG(url, { ecc: 'M', border: 4 });
      pictureUrl = URL.createObjectURL(new Blob([picture], { type: 'image/svg+xml' }));
      const image = byId('qr', HTMLImageElement);
      image.src = pictureUrl;
      image.alt = qr;
      byId('steps', HTMLElement).replaceChildren(...steps.map(listItem));
      copy.textContent = label;
      address.hidden = true;
      address.value = url;
      address.ariaLabel = addressLabel;
      copyLink = async () => {
        try {
          await navigator.clipboard.writeText(url);
          copy.textContent = copied;
        } catch {
          // Refused, or not there at all where the page has no https: the person copies it by hand.
          address.hidden = false;
          address.select();
        }
      };
      message.classList.add('wide');
      scan.hidden = false;
    },
    offerLink(label, url) {
      link.textContent = label;
      link.href = url;
      link.hidden = false;
    },
    offerButton(label, onPress) {
      button.textContent = label;
      press = onPress;
      button.hidden = false;
    },
    offerOther(label, onPress) {
      other.textContent = label;
      pressOther = onPress;
      other.hidden = false;
    },
    show(element) {
      const hadFocus = stage.contains(document.activeElement);
      stage.replaceChildren(element);
      return hadFocus;
    },
    terms(check) {
      byId('bottom', HTMLElement).hidden = check === null;
      if (check === null) {
        confirm.close();
        return;
      }
      const minutes = Math.ceil(check.secondsLeft / 60);
      setText(byId('time', HTMLElement), check.secondsLeft < 60 ? texts.lastMinute : texts.minutesLeft(minutes));
      setText(byId('attempts', HTMLElement), texts.attemptsLeft(check.attemptsLeft));
    },
    onCancel(listener) {
      leave = listener;
    },
    onToPhone(listener) {
      goToPhone = listener ?? (() => {});
      toPhone.hidden = listener === null;
    },
  };
}

/** Of a live region nothing is read again that has not changed. */
function setText(element: HTMLElement, text: string): void {
  if (element.textContent !== text) element.textContent = text;
}

function listItem(text: string): HTMLElement {
  const item = document.createElement('li');
  item.textContent = text;
  return item;
}
