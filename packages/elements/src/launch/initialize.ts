import type { LaunchOptions } from './launch-element.ts';
import type { LaunchSelfieLivenessOptions } from './launch-selfie-liveness.ts';

/** What stays the same for every launch on a page. A launch's own options come before these. */
export type InitializeOptions = Omit<LaunchSelfieLivenessOptions, 'token' | 'correlationId' | 'baseUrl' | 'signal'> & {
  readonly baseUrl?: string;
};

let defaults: InitializeOptions = {};

/**
 * Sets the defaults of `launchSelfieLiveness`, and those of them that suit any check for `launchIdVerification`. May be
 * called again: the newest call counts, whole.
 */
export function initialize(options: InitializeOptions = {}): void {
  defaults = { ...options };
}

export function initialized(): InitializeOptions {
  return defaults;
}

/** Those that suit any check: gateway, texts and listeners are the selfie's own. */
export function initializedForAll(): Omit<LaunchOptions<never>, 'onElement'> {
  const { baseUrl: _, messages: _messages, sessionProvider: _provider, onElement: _listener, ...forAll } = defaults;
  return forAll;
}
