// The page of a partner of Mosaic, as the client's README tells it: a button, and what happens whenever the page loads.
import { nextMosaicPageStep, type StartedMosaicStep } from '@bonafide/partner-server/mosaic/page';

async function post(path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(path, { method: 'POST', body: JSON.stringify(body ?? null) });
  return response.json();
}

const show = (words: string): void => {
  const heading = document.querySelector('h1');
  if (heading !== null) heading.textContent = words;
};

async function go(response?: StartedMosaicStep): Promise<void> {
  const saved = sessionStorage.getItem('mosaic');
  const next = nextMosaicPageStep({
    search: location.search,
    saved,
    ...(response === undefined ? {} : { response }),
  });
  if (next.kind === 'leave') {
    sessionStorage.setItem('mosaic', next.save);
    location.assign(next.url);
  } else if (next.kind === 'submit') {
    const answer = (await post('/api/verification/return', next.input)) as { readonly next: string };
    show(`Next: ${answer.next}`);
  } else {
    show(`Nothing to do: ${next.kind}`);
  }
}

document.querySelector('button')?.addEventListener('click', () => {
  void post('/api/verification').then((response) => go(response as StartedMosaicStep));
});
void go();
