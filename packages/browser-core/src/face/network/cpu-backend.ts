import '@tensorflow/tfjs-backend-cpu';
import { useBackend } from './use-backend.ts';

/** Starts TF.js's plain JavaScript backend: some thirty times slower than wasm, but it runs everywhere. */
export async function startCpu(): Promise<void> {
  await useBackend('cpu');
}
