import '@tensorflow/tfjs-backend-webgl';
import { useBackend } from './use-backend.ts';

/** Starts TF.js's webgl backend; in a worker it draws on an `OffscreenCanvas`. */
export async function startWebgl(): Promise<void> {
  await useBackend('webgl');
}
