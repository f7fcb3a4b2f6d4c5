import { findBackendFactory, registerBackend, removeBackend, setBackend } from '@tensorflow/tfjs-core';
import type { KernelBackend } from '@tensorflow/tfjs-core';

/** Registers a backend, in place of an earlier one of that name, and makes it the current one; throws when it does not start. */
export async function useBackend(name: string, create?: () => KernelBackend): Promise<void> {
  if (create !== undefined) {
    if (findBackendFactory(name) !== null && findBackendFactory(name) !== undefined) removeBackend(name);
    registerBackend(name, create);
  }
  if (!(await setBackend(name))) throw new Error(`the ${name} backend does not start`);
}
