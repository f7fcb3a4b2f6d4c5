import { describe, expect, it } from 'vitest';
import { BrowserCoreError } from '../../browser-core-error.ts';
import { toWorkerFailure } from '../../worker/worker-failure.ts';
import type { AssetSource } from '../../asset-loading/asset-source.ts';
import type { VisionBackend } from '../vision.ts';
import type { BackendStarter } from './backends.ts';
import { startBackend } from './backends.ts';

const source = {} as AssetSource;

function starters(broken: readonly VisionBackend[], started: VisionBackend[]) {
  const starter = (name: VisionBackend) => async (): Promise<BackendStarter> => async () => {
    started.push(name);
    if (broken.includes(name)) throw new Error(`${name} is broken`);
  };
  return { wasm: starter('wasm'), webgl: starter('webgl'), cpu: starter('cpu') };
}

describe('startBackend', () => {
  it('takes the first of wasm, webgl, cpu that starts and computes correctly', async () => {
    const started: VisionBackend[] = [];
    const prepare = async (backend: VisionBackend): Promise<string> => {
      if (backend === 'webgl') throw new Error('nonsense');
      return backend;
    };
    expect(await startBackend('auto', source, prepare, starters(['wasm'], started))).toBe('cpu');
    expect(started).toEqual(['wasm', 'webgl', 'cpu']);
  });

  it('tries nothing but what was asked for', async () => {
    const started: VisionBackend[] = [];
    const result = startBackend('webgl', source, async () => 1, starters(['webgl'], started));
    await expect(result).rejects.toMatchObject({ code: 'backend-init-failed', cause: new Error('webgl is broken') });
    expect(started).toEqual(['webgl']);
  });

  it('gives the reason of each when none works', async () => {
    const result = startBackend('auto', source, async () => 1, starters(['wasm', 'webgl', 'cpu'], []));
    const error = await result.catch((error: unknown) => error as BrowserCoreError);
    expect(error).toMatchObject({ code: 'backend-init-failed' });
    expect((error as { cause: AggregateError }).cause.errors).toHaveLength(3);
  });

  it('stops at a script that does not come: a worker that starts anew may get it, and no slower backend takes its place', async () => {
    const started: VisionBackend[] = [];
    const { webgl, cpu } = starters([], started);
    const broke = (): Promise<BackendStarter> => Promise.reject(new TypeError('Failed to fetch'));
    const result = startBackend('auto', source, async () => 1, { wasm: broke, webgl, cpu });
    const error = await result.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'asset-load-failed', message: 'the script of the wasm backend does not load' });
    expect(toWorkerFailure(error, '')).toMatchObject({ isScriptMissing: true });
    expect(started).toEqual([]);
  });

  it('stops at a missing file of the networks, since every backend needs it', async () => {
    const started: VisionBackend[] = [];
    const missing = new BrowserCoreError('asset-load-failed', 'gone');
    const result = startBackend('auto', source, () => Promise.reject(missing), starters([], started));
    await expect(result).rejects.toBe(missing);
    expect(started).toEqual(['wasm']);
  });
});
