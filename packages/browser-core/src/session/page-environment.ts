import type { SessionEnvironment } from './ports.ts';

const STILL = ['prefers-reduced-motion: reduce', 'forced-colors: active', 'prefers-contrast: more'];

/** The page that this script runs in: visibility, connection and leaving. Reads the DOM only when asked. */
export function createPageEnvironment(): SessionEnvironment {
  return {
    get hidden() {
      return document.visibilityState === 'hidden';
    },
    get offline() {
      // Browsers are right when they say that there is no network, and often wrong when they say that there is.
      return !navigator.onLine;
    },
    get wantsStillScreen() {
      return STILL.some((feature) => matchMedia(`(${feature})`).matches);
    },
    watch(listener, signal) {
      const options = { signal };
      document.addEventListener(
        'visibilitychange',
        () => listener(document.visibilityState === 'hidden' ? 'hidden' : 'visible'),
        options,
      );
      window.addEventListener('offline', () => listener('offline'), options);
      window.addEventListener('online', () => listener('online'), options);
      window.addEventListener('pagehide', () => listener('leaving'), options);
    },
  };
}
