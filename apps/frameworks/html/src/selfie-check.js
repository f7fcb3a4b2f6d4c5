import '@bonafide/elements/define/selfie-liveness';

const page = /** @type {HTMLElement} */ (document.querySelector('main'));
const button = /** @type {HTMLButtonElement} */ (page.querySelector('button'));
const output = /** @type {HTMLOutputElement} */ (page.querySelector('output'));

/** Puts the element on the page. It starts by itself once it has a gateway and a session. */
async function begin() {
  page.insertAdjacentHTML('beforeend', '<selfie-liveness assets-url="/bonafide/"></selfie-liveness>');
  const element = page.querySelector('selfie-liveness');
  element?.addEventListener('liveness-complete', ({ detail }) => {
    output.value = detail.status;
  });
  const response = await fetch('/api/sessions', { method: 'POST' });
  const { baseUrl, ...session } = await response.json();
  Object.assign(element ?? {}, { baseUrl, session });
}

button.addEventListener('click', () => {
  const element = page.querySelector('selfie-liveness');
  button.textContent = element === null ? 'Leave' : 'Begin';
  if (element === null) void begin();
  else element.remove();
});
void begin();
