/**
 * Opens the question that lies over everything, and gives the focus back where it was. A dialog that is taken out of the
 * page does not do so by itself.
 */
export class QuestionFocus {
  #before: HTMLElement | null = null;

  /** Called after each rendering, with the dialog in the tree or not. */
  follow(root: ParentNode & { readonly activeElement?: Element | null }): void {
    const dialog = root.querySelector('dialog');
    if (dialog !== null && !dialog.open) {
      this.#before = root.activeElement instanceof HTMLElement ? root.activeElement : null;
      dialog.showModal();
    }
    if (dialog !== null || this.#before === null) return;
    // Where a new screen has taken its place, the heading of that one is focused instead.
    if (this.#before.isConnected) this.#before.focus({ preventScroll: true });
    this.#before = null;
  }
}
