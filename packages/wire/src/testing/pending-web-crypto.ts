/** What WebCrypto has been asked for and has not answered yet. Its work is done in threads: no number of turns of the event loop is enough
 * to wait for it on a busy machine. Counts from the first import on. For tests only. */
export function countPendingWebCrypto(): number {
  return pending;
}

let pending = 0;

const OPERATIONS = [
  'decrypt',
  'deriveBits',
  'deriveKey',
  'digest',
  'encrypt',
  'exportKey',
  'generateKey',
  'importKey',
  'sign',
  'unwrapKey',
  'verify',
  'wrapKey',
] as const;

type Operation = (...args: readonly unknown[]) => Promise<unknown>;

const prototype = Object.getPrototypeOf(crypto.subtle) as Record<(typeof OPERATIONS)[number], Operation>;
for (const name of OPERATIONS) {
  const original = prototype[name];
  prototype[name] = async function counted(this: SubtleCrypto, ...args) {
    pending += 1;
    try {
      return await original.apply(this, [...args]);
    } finally {
      pending -= 1;
    }
  };
}
