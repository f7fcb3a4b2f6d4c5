import { backend } from '@tensorflow/tfjs-core';
import { BrowserCoreError } from '../../browser-core-error.ts';

/**
 * Runs something on the current backend, and ends it with `gpu-context-lost` when the backend's graphics context is lost
 * before or meanwhile. TF.js itself notices nothing: it computes zeros, or waits for ever for a result to be ready.
 */
export async function endOnContextLoss<T>(run: () => Promise<T>): Promise<T> {
  const context = currentContext();
  if (context === undefined) return run();
  const { canvas } = context;
  let stop = (): void => undefined;
  const lost = new Promise<never>((_, reject) => {
    const onLost = (): void => reject(contextLost());
    canvas.addEventListener('webglcontextlost', onLost, { once: true });
    stop = () => canvas.removeEventListener('webglcontextlost', onLost);
  });
  try {
    if (context.isContextLost()) throw contextLost();
    const result = await Promise.race([run(), lost]);
    if (context.isContextLost()) throw contextLost();
    return result;
  } catch (error) {
    // What TF.js throws on a lost context says nothing of it.
    throw context.isContextLost() ? contextLost(error) : error;
  } finally {
    stop();
    lost.catch(() => undefined);
  }
}

/** Undefined on backends that draw nothing. */
function currentContext(): WebGLRenderingContext | undefined {
  const { gpgpu } = backend() as { readonly gpgpu?: { readonly gl?: WebGLRenderingContext } };
  return gpgpu?.gl;
}

function contextLost(cause?: unknown): BrowserCoreError {
  const isOurs = cause === undefined || cause instanceof BrowserCoreError;
  return new BrowserCoreError('gpu-context-lost', 'the graphics context was lost', isOurs ? {} : { cause });
}
