/** Focuses the heading of a screen; the close button where the page has put something else in its place. */
export function focusScreen(root: ParentNode, options?: FocusOptions): void {
  const targets = [...root.querySelectorAll<HTMLElement>('#title, .close')].reverse();
  targets.find((target) => target.getClientRects().length > 0)?.focus(options);
}
