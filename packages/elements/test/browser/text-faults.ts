/** Elements in a tree and in the shadow trees below it. */
function* everyElement(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot !== null) yield* everyElement(element.shadowRoot);
  }
}

/** Text that a person sees, with the element it stands in. Styles and what is only for a screen reader are left out. */
function* shownTexts(host: Element): Generator<readonly [element: Element, node: Text]> {
  for (const element of everyElement(host.shadowRoot ?? host)) {
    if (element.matches('style, .visually-hidden, .live') || !element.checkVisibility()) continue;
    for (const node of element.childNodes) {
      if (node instanceof Text && /\S/.test(node.data)) yield [element, node];
    }
  }
}

const parentOf = (element: Element): Element | null => {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
};

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const isHidden = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
const isScrolled = (overflow: string): boolean => overflow === 'auto' || overflow === 'scroll';
/** Letters may reach out of their line by less than this. */
const SLACK_PX = 1;

/**
 * Why a text cannot be read whole: cut off by something around it, or outside of the host. What can be scrolled to is in
 * sight, but nothing may have to be scrolled sideways. Null where all is well.
 */
function cutOff(host: Element, element: Element, text: Box): string | null {
  let box = text;
  for (let around: Element | null = element; around !== null; around = parentOf(around)) {
    const { overflowX, overflowY } = getComputedStyle(around);
    const { left, right, top, bottom } = around.getBoundingClientRect();
    const isEnd = around === host || around.localName === 'dialog';
    if (isEnd || overflowX !== 'visible') {
      if (box.left < left - SLACK_PX || box.right > right + SLACK_PX) return `beside .${around.className}`;
    }
    if (isScrolled(overflowY)) {
      // From here on only the window through which it is seen counts.
      box = { left, right, top, bottom };
    } else if (isEnd || isHidden(overflowY)) {
      if (box.top < top - SLACK_PX || box.bottom > bottom + SLACK_PX) return `over or under .${around.className}`;
    }
    if (isEnd) return null;
  }
  return null;
}

/** What can be pressed, with the name that it says. */
function shownControls(host: Element): readonly { readonly element: Element; readonly text: string }[] {
  return [...everyElement(host.shadowRoot ?? host)]
    .filter((element) => element.matches('button, .camera-select') && element.checkVisibility())
    .map((element) => ({
      element,
      text: element.getAttribute('aria-label') ?? element.textContent.trim().split('\n')[0] ?? '',
    }));
}

/** Every text and every button of an element that is cut off or sticks out. */
export function cutTexts(host: Element): readonly string[] {
  const faults: string[] = [];
  for (const { element, text } of shownControls(host)) {
    const fault = cutOff(host, element, element.getBoundingClientRect());
    if (fault !== null) faults.push(`${fault}: ${text}`);
  }
  for (const [element, node] of shownTexts(host)) {
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) {
      const fault = cutOff(host, element, rect);
      if (fault !== null) faults.push(`${fault}: ${node.data.trim()}`);
    }
  }
  return [...new Set(faults)];
}

/** What of a text can be seen: that in the window of each thing around it that scrolls or cuts. */
function windowOf(host: Element, element: Element, text: Box): Box {
  let { left, right, top, bottom } = text;
  for (let around: Element | null = element; around !== null && around !== host; around = parentOf(around)) {
    if (getComputedStyle(around).overflowY === 'visible') continue;
    const box = around.getBoundingClientRect();
    [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
    [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
  }
  return { left, right, top, bottom };
}

/** The boxes of letters are taller than their lines: neighbours may meet by this much. */
const MEET_PX = 4;

const meet = (one: Box, other: Box): boolean =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > MEET_PX &&
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > MEET_PX;

/**
 * Pairs of texts that lie over each other, and texts over a button that is not theirs. A dialog lies over all, and a banner
 * over the line that says how far it is.
 */
export function coveredTexts(host: Element): readonly string[] {
  const dialog = host.shadowRoot?.querySelector('dialog[open]') ?? null;
  const texts = [...shownTexts(host)]
    .filter(([element]) => dialog === null || dialog.contains(element))
    // What is cut away for the eye is there for the ear.
    .filter(([element]) => getComputedStyle(element).clipPath === 'none')
    .map(([element, node]) => {
      const range = document.createRange();
      range.selectNodeContents(node);
      const boxes = [...range.getClientRects()].map((rect) => windowOf(host, element, rect));
      return { element, boxes, text: node.data.trim() };
    });
  // The hint has a ground of its own, which covers as its text does.
  const hints = [...everyElement(host.shadowRoot ?? host)]
    .filter((element) => element.matches('.hint') && element.checkVisibility())
    .map((element) => ({ element, boxes: [element.getBoundingClientRect()], text: 'hint' }));
  const buttons = shownControls(host)
    .filter(({ element }) => dialog === null || dialog.contains(element))
    .map(({ element, text }) => ({ element, boxes: [windowOf(host, element, element.getBoundingClientRect())], text }));
  const faults: string[] = [];
  const all = [...texts, ...hints];
  all.forEach((one, index) => {
    for (const other of [...all.slice(index + 1), ...buttons]) {
      if (other.element.contains(one.element) || one.element.contains(other.element)) continue;
      if (one.element.matches('.journey') && other.element.matches('.banner')) continue;
      const over = one.boxes.some((box) => other.boxes.some((each) => meet(box, each)));
      if (over) faults.push(`${one.text} | ${other.text}`);
    }
  });
  return faults;
}

/** Attributes that are read out or shown as text. */
const SPOKEN = ['aria-label', 'aria-valuetext', 'alt', 'title', 'placeholder', 'label'];

/** Every text of an element, for the eye or the ear, that `isOurs` does not know. `isForeign`: what others have written. */
export function unknownTexts(
  host: Element,
  isOurs: (text: string) => boolean,
  isForeign: (element: Element) => boolean,
): readonly string[] {
  const found: string[] = [];
  for (const element of everyElement(host.shadowRoot ?? host)) {
    if (element.matches('style, script') || isForeign(element)) continue;
    const own = [...element.childNodes].filter((node) => node instanceof Text).map(({ data }) => data.trim());
    const said = SPOKEN.map((name) => element.getAttribute(name)?.trim() ?? '');
    found.push(...[...own, ...said].filter((text) => text !== '' && !isOurs(text)));
  }
  return found;
}
