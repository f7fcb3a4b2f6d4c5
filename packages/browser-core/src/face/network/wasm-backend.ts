import { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import createModule from '@tensorflow/tfjs-backend-wasm/wasm-out/tfjs-backend-wasm.js';
import { findBackendFactory } from '@tensorflow/tfjs-core';
import type { AssetSource } from '../../asset-loading/asset-source.ts';
import { useBackend } from './use-backend.ts';
import { wasmFileName } from './wasm-file-name.ts';

/**
 * Starts TF.js's wasm backend from bytes that were checked. TF.js's own start would fetch the file itself, unchecked,
 * and reach for threads through a `blob:` worker, which a strict Content-Security-Policy forbids and which costs more
 * than it gives on networks this small. One that runs already goes on: another in its place would take the weights of
 * every open network with it.
 */
export async function startWasm(source: AssetSource): Promise<void> {
  // Not `findBackend`: where TF.js's own factory is registered, asking starts it, and its late answer disturbs ours.
  if (started !== undefined && findBackendFactory('wasm') === started) return useBackend('wasm');
  const wasmBinary = await source.read(wasmFileName());
  const options = { wasmBinary, print: ignore, printErr: ignore, locateFile: (path: string) => path };
  const module = await (createModule as unknown as ModuleFactory)(options);
  const bridge = {
    init: module.cwrap('init', null, []),
    initWithThreadsCount: module.cwrap('init_with_threads_count', null, ['number']),
    getThreadsCount: module.cwrap('get_threads_count', 'number', []),
    registerTensor: module.cwrap('register_tensor', null, ['number', 'number', 'number']),
    disposeData: module.cwrap('dispose_data', null, ['number']),
    dispose: module.cwrap('dispose', null, []),
  };
  const ready = Object.assign(module, { tfjs: bridge }) as unknown as ConstructorParameters<typeof BackendWasm>[0];
  started = () => new BackendWasm(ready);
  await useBackend('wasm', started);
}

/** What makes the backend that runs, if it is ours. */
let started: (() => BackendWasm) | undefined;

interface EmscriptenModule {
  cwrap(name: string, result: string | null, parameters: readonly string[]): unknown;
}

type ModuleFactory = (options: Readonly<Record<string, unknown>>) => Promise<EmscriptenModule>;

function ignore(): void {
  // Emscripten would write its own failures to the console; they reach the caller as errors.
}
