// Runs in the page, before its own scripts: tells the test what the elements say.
import { ELEMENT_EVENTS } from '../elements/element-words.ts';

declare global {
  /** Of the test's side. Without a tag it is a question whether all before has been heard. */
  var bonafideHeard: ((tag: string, type: string, detail: string) => Promise<void>) | undefined;
}

for (const [tag, types] of Object.entries(ELEMENT_EVENTS)) {
  for (const type of types) {
    document.addEventListener(type, (event) => {
      if ((event.target as Element | null)?.localName !== tag) return;
      void globalThis.bonafideHeard?.(tag, type, toText((event as CustomEvent).detail));
    });
  }
}

/** Plain data as JSON; a picture is said to be one. */
function toText(detail: unknown): string {
  return JSON.stringify(detail ?? null, (_key, value: unknown) =>
    value instanceof Blob ? `[${value.type}, ${value.size} bytes]` : value,
  );
}
