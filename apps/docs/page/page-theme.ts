/** The scheme that a reader has chosen for this site, or the system's. */
export function pageTheme(): 'light' | 'dark' | 'auto' {
  const { scheme } = document.documentElement.dataset;
  return scheme === 'light' || scheme === 'dark' ? scheme : 'auto';
}
