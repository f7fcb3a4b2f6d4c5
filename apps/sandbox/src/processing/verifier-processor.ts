import type { SelfieProcessor } from './selfie-processor.ts';

/** Until the verifier is wired in. */
export function createVerifierProcessor(): SelfieProcessor {
  return {
    inspect: async () => ({ width: 0, height: 0, faceCount: 0, quality: null, liveness: null }),
    compare: async () => ({ outcome: 'selfie-unusable' }),
    close: async () => {},
  };
}
