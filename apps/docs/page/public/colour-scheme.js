// Before the page is drawn, and in a file of its own: the policy has no room for scripts in the page.
document.documentElement.classList.add('scripted');
try {
  const chosen = localStorage.getItem('colour-scheme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.scheme = chosen;
} catch {
  // A browser that keeps nothing: the system's scheme.
}
