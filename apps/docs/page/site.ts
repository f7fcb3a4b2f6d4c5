import './site.css';
import { addCopyButtons } from './copy-buttons.ts';
import { openSearch } from './search-dialog.ts';

const root = document.documentElement;

const menu = document.querySelector<HTMLButtonElement>('button.menu');
menu?.addEventListener('click', () => {
  const isOpen = menu.ariaExpanded === 'true';
  menu.ariaExpanded = String(!isOpen);
  root.classList.toggle('menu-open', !isOpen);
});
addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && menu?.ariaExpanded === 'true') {
    menu.click();
    menu.focus();
  }
});

const scheme = document.querySelector<HTMLButtonElement>('button.scheme');
const system = matchMedia('(prefers-color-scheme: dark)');
const isDark = (): boolean => (root.dataset['scheme'] ?? (system.matches ? 'dark' : 'light')) === 'dark';
function nameScheme(): void {
  if (scheme) scheme.textContent = isDark() ? 'Light' : 'Dark';
}
scheme?.addEventListener('click', () => {
  const chosen = isDark() ? 'light' : 'dark';
  root.dataset['scheme'] = chosen;
  try {
    localStorage.setItem('colour-scheme', chosen);
  } catch {
    // Not kept: the next page follows the system again.
  }
  nameScheme();
});
system.addEventListener('change', nameScheme);
nameScheme();

const search = document.querySelector<HTMLButtonElement>('button.search');
search?.addEventListener('click', () => openSearch());
addEventListener('keydown', (event) => {
  const isTyping = event.target instanceof Element && event.target.closest('input, select, textarea') !== null;
  if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  openSearch();
});

/** A link to a name of the reference opens what it says. */
function openTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const details = target?.closest('details');
  if (details) details.open = true;
}
addEventListener('hashchange', openTarget);
openTarget();
addCopyButtons();
document.querySelector('#navigation [aria-current]')?.scrollIntoView({ block: 'nearest' });
