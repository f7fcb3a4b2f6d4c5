import type { LaunchSelfieLivenessOptions } from './launch-selfie-liveness.ts';

/** What stays the same for every launch on a page. A launch's own options come before these. */
export type InitializeOptions = Omit<LaunchSelfieLivenessOptions, 'token' | 'correlationId' | 'baseUrl' | 'signal'> & {
  readonly baseUrl?: string;
};

let defaults: InitializeOptions = {};

/** Sets the defaults of `launchSelfieLiveness`. May be called again: the newest call counts, whole. */
export function initialize(options: InitializeOptions = {}): void {
  defaults = { ...options };
}

export function initialized(): InitializeOptions {
  return defaults;
}
