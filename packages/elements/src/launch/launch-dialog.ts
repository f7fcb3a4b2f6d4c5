/** A modal dialog that holds one element: top layer, everything else inert, focus given back by `close`. */
export interface LaunchDialog {
  open(): void;
  close(): void;
}

const STYLES = `
dialog[data-selfie-liveness] {
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
dialog[data-selfie-liveness] > * {
  inline-size: 100%;
  block-size: 100%;
  max-block-size: none;
}
dialog[data-selfie-liveness]::backdrop {
  background: rgb(10 14 20 / 0.6);
}
@media (min-width: 48rem) and (min-height: 40rem) {
  dialog[data-selfie-liveness] {
    inline-size: min(100% - 4rem, 60rem);
    block-size: min(100% - 4rem, 46rem);
    margin: auto;
    border-radius: 1.25rem;
    box-shadow: 0 2rem 5rem rgb(10 14 20 / 0.4);
  }
}
`;

let sheet: CSSStyleSheet | null = null;

/** `onDismiss` is called when the browser asks for the dialog to be closed: Escape, or Android's back gesture. */
export function createLaunchDialog(element: HTMLElement, onDismiss: () => void): LaunchDialog {
  const dialog = document.createElement('dialog');
  dialog.dataset['selfieLiveness'] = '';
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    onDismiss();
  });
  // A browser may close it all the same when it is asked twice.
  dialog.addEventListener('close', onDismiss);
  dialog.append(element);
  return {
    open() {
      adoptStyles();
      document.body.append(dialog);
      dialog.showModal();
    },
    close() {
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
