/** The name to allow in `trusted-types` where a page requires Trusted Types for scripts. */
export const TRUSTED_TYPES_POLICY = 'bonafide-worker';

interface TrustedTypesFactory {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): URL };
}

let policy: ReturnType<TrustedTypesFactory['createPolicy']> | undefined;

/**
 * The worker's address in the form that `new Worker` takes under `require-trusted-types-for 'script'`. The policy lets
 * nothing through but this package's workers; their origin has been compared with the page's before.
 */
export function toTrustedScriptUrl(url: URL): URL {
  const factory = (globalThis as { readonly trustedTypes?: TrustedTypesFactory }).trustedTypes;
  if (factory === undefined) return url;
  policy ??= factory.createPolicy(TRUSTED_TYPES_POLICY, {
    createScriptURL: (text) => {
      if (/\/(?:vision|document)-worker\.js$/.test(new URL(text).pathname)) return text;
      throw new TypeError('not the address of a worker of this package');
    },
  });
  return policy.createScriptURL(url.href);
}
