/** The language an element stands in: the nearest `lang` above it, through shadow roots; English where there is none. */
export function pageLanguage(element: Element): string {
  let node: Element | null = element;
  while (node !== null) {
    const lang = node.getAttribute('lang');
    if (lang !== null && lang !== '') return lang;
    const root: Node = node.getRootNode();
    node = node.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
  }
  return 'en';
}
