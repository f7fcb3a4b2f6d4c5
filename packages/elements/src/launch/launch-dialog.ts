/** A modal dialog that holds one element: top layer, everything else inert, focus given back by `close`. */
export interface LaunchDialog {
  open(): void;
  close(): void;
}

const STYLES = `
dialog[data-bonafide-launch] {
  box-sizing: border-box;
  inline-size: 100%;
  block-size: 100%;
  max-inline-size: none;
  max-block-size: none;
  margin: 0;
  padding: 0;
  border: 0;
  overflow: hidden;
  background: transparent;
}
dialog[data-bonafide-launch] > * {
  inline-size: 100%;
  block-size: 100%;
  max-block-size: none;
}
dialog[data-bonafide-launch]::backdrop {
  background: rgb(10 14 20 / 0.6);
}
@media (min-width: 48rem) and (min-height: 40rem) {
  dialog[data-bonafide-launch] {
    inline-size: min(100% - 4rem, 60rem);
    block-size: min(100% - 4rem, 46rem);
    margin: auto;
    border-radius: 1.25rem;
    box-shadow: 0 2rem 5rem rgb(10 14 20 / 0.4);
  }
}
`;

let sheet: CSSStyleSheet | null = null;

export interface LaunchDialogListeners {
  /** The browser asks for the dialog to be closed: Escape, or Android's back gesture. */
  readonly onDismiss: () => void;
  /** The page took dialog or element away, as a router does that replaces the page's content. */
  readonly onRemoved: () => void;
}

export function createLaunchDialog(
  element: HTMLElement,
  { onDismiss, onRemoved }: LaunchDialogListeners,
): LaunchDialog {
  const dialog = document.createElement('dialog');
  dialog.dataset['bonafideLaunch'] = '';
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    onDismiss();
  });
  // A browser may close it all the same when it is asked twice.
  dialog.addEventListener('close', onDismiss);
  dialog.append(element);
  // Whatever takes them away is a change to the children of one of these three.
  const removal = new MutationObserver(() => {
    if (!dialog.isConnected || element.parentNode !== dialog) onRemoved();
  });
  return {
    open() {
      adoptStyles();
      document.body.append(dialog);
      dialog.showModal();
      for (const parent of [document.documentElement, document.body, dialog])
        removal.observe(parent, { childList: true });
    },
    close() {
      removal.disconnect();
      dialog.removeEventListener('close', onDismiss);
      dialog.close();
      dialog.remove();
    },
  };
}

/** Constructed, so that a page's `style-src 'self'` lets it through; once for a page. */
function adoptStyles(): void {
  if (sheet === null) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLES);
  }
  if (!document.adoptedStyleSheets.includes(sheet))
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
