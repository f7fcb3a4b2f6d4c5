/** An event of an element: bubbles, crosses shadow roots, and carries what `Details` says for its name. */
export abstract class DetailEvent<Details, K extends keyof Details & string> extends Event {
  declare readonly type: K;
  readonly detail: Details[K];

  constructor(type: K, detail: Details[K], { cancelable }: { readonly cancelable: boolean }) {
    super(type, { bubbles: true, composed: true, cancelable });
    this.detail = detail;
  }
}
