import { describe, expect, it } from 'vitest';
import { scriptCapture, type ScriptedCapture } from '../../test/scripted-capture.ts';
import { startCapture, type CapturePorts } from './capture-loop.ts';

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

describe('capture loop', () => {
  it('takes the best picture of the stable window by itself', async () => {
    const { options, ports, held, analysed } = scriptCapture((index) => {
      if (index < 5) return { face: { luminanceMean0to255: 20 } };
      return { face: { sharpness: index === 9 ? 119 : 60 } };
    });
    const guidance = new Set<string>();
    const { result } = startCapture({ ...options, onProgress: (gate) => guidance.add(gate.guidance) }, ports);
    const capture = await result;
    expect(await capture.image.text()).toBe('9');
    expect(capture).toMatchObject({ trigger: 'auto', width: 640, height: 480, quality: { sharpness: 119 } });
    expect(capture.digest).toHaveLength(64);
    expect(capture.liveness.frameCount).toBe(analysed.length);
    expect([...guidance]).toEqual(['too-dark', 'hold-still', 'ready']);
    expect(held.open).toBe(0);
  });

  it('never takes a picture by itself in manual mode, and at once when the shutter is pressed', async () => {
    const { options, ports, held, analysed, livenessFrames } = scriptCapture(
      () => ({ face: { luminanceMean0to255: 20 } }),
      {
        auto: false,
      },
    );
    const run = startCapture(options, ports);
    while (analysed.length < 40) await turn();
    run.shoot();
    const capture = await run.result;
    expect(capture.trigger).toBe('manual');
    expect(await capture.image.text()).toBe(String(analysed.length - 1));
    expect(livenessFrames.length).toBeGreaterThan(5);
    expect(held.open).toBe(0);
  });

  it('waits with the manual shutter for a frame that shows exactly one face', async () => {
    const { options, ports } = scriptCapture(
      (index) => (index < 4 ? { face: null } : index < 8 ? { frame: { faceCount: 2 } } : {}),
      { auto: false },
    );
    const run = startCapture(options, ports);
    run.shoot();
    expect(await (await run.result).image.text()).toBe('8');
  });

  it('forgets the evidence of before a face went away', async () => {
    const { options, ports } = scriptCapture((index) => (index === 10 ? { face: null } : {}));
    const capture = await startCapture(options, ports).result;
    expect(capture.liveness.frameCount).toBeLessThan(20);
    const first = scriptCapture(() => ({}));
    const undisturbed = await startCapture(first.options, first.ports).result;
    expect(capture.liveness.frameCount).toBeGreaterThanOrEqual(undisturbed.liveness.frameCount);
  });

  it('drops what it gathered in a pause, analyses nothing meanwhile, and goes on', async () => {
    const { options, ports, analysed, held } = scriptCapture(() => ({}), { auto: false });
    const run = startCapture(options, ports);
    while (analysed.length < 5) await turn();
    run.pause();
    await turn();
    const paused = analysed.length;
    await turn();
    await turn();
    expect(analysed.length).toBe(paused);
    expect(held.open).toBe(1);
    run.resume();
    run.shoot();
    const capture = await run.result;
    expect(capture.liveness.frameCount).toBe(analysed.length - paused);
  });

  const reasons = async (script: ScriptedCapture) => {
    const { liveness } = await startCapture(script.options, script.ports).result;
    const values = new Map(liveness.reasons.map(({ signal, value }) => [signal, value]));
    return { ...liveness, values };
  };

  it('says of the page what it was told, and nothing where it was told nothing', async () => {
    const silent = await reasons(scriptCapture(() => ({})));
    expect(silent.values.has('untrusted-input')).toBe(false);
    expect(silent.values.has('page-hidden')).toBe(false);
    let asked = 0;
    const page = { isInputTrusted: false, isHidden: () => asked++ % 2 === 0 };
    const script = scriptCapture(() => ({}), { page });
    const { values, score, injectionSuspicion } = await reasons(script);
    expect(values.get('untrusted-input')).toBe(1);
    expect(values.get('page-hidden')).toBeCloseTo(0.5, 1);
    expect(score).toBe(silent.score);
    expect(injectionSuspicion).toBeGreaterThan(silent.injectionSuspicion);
  });

  it('counts the frames that count, whatever was hidden before a pause', async () => {
    let isHidden = true;
    const page = { isInputTrusted: null, isHidden: () => isHidden };
    const { options, ports, analysed } = scriptCapture(() => ({}), { auto: false, page });
    const run = startCapture(options, ports);
    while (analysed.length < 5) await turn();
    run.pause();
    await turn();
    isHidden = false;
    run.resume();
    run.shoot();
    const { liveness } = await run.result;
    expect(liveness.reasons.find(({ signal }) => signal === 'page-hidden')?.value).toBe(0);
  });

  it('says when the camera changed the size of its frames', async () => {
    const begunAt = (width: number, height: number) =>
      reasons(scriptCapture((index) => (index < 4 ? { frame: { width, height } } : {})));
    const changed = await begunAt(1280, 720);
    expect(changed.values.get('resolution-change')).toBe(1);
    const turned = await begunAt(480, 640);
    expect(turned.values.get('resolution-change')).toBe(0);
  });

  describe('with screen light', () => {
    /** `onFourth`: called once, in the very frame that brings the fourth colour, however busy the machine is. */
    const lit = (
      script: Parameters<typeof scriptCapture>[0],
      isWanted: () => boolean,
      { auto = true, onFourth = () => {} }: { readonly auto?: boolean; readonly onFourth?: () => void } = {},
    ) => {
      const glows: (string | null)[] = [];
      let told = false;
      const scripted = scriptCapture(script, {
        auto,
        screenLight: { sequence: ['cyan', 'pink', 'green', 'yellow'], isWanted },
        onProgress: ({ light }) => {
          const colour = light?.colour ?? null;
          if (glows.at(-1) !== colour) glows.push(colour);
          if (glows.length < 4 || told) return;
          told = true;
          onFourth();
        },
      });
      return { ...scripted, glows };
    };
    const PROGRAM = ['#c2c2c2', '#30d6d6', '#f8a4f8', '#38da60', '#cac828', '#c2c2c2'];

    it('takes the picture after the whole sequence, in neutral light', async () => {
      const { options, ports, glows, held, analysed } = lit(
        () => ({}),
        () => true,
      );
      const { timestampMs, liveness } = await startCapture(options, ports).result;
      expect(glows).toEqual(PROGRAM);
      const first = analysed[0]?.timestampMs ?? 0;
      expect(timestampMs - first).toBeGreaterThan(6000);
      // Nothing answered it: these frames are all alike.
      expect(liveness.reasons.some(({ signal }) => signal === 'screen-light')).toBe(false);
      expect(held.open).toBe(0);
    });

    it('takes it without, once that is declined', async () => {
      let frames = 0;
      const { options, ports, glows } = lit(
        () => ({}),
        () => ++frames < 20,
      );
      await startCapture(options, ports).result;
      expect(glows).toEqual(['#c2c2c2', null]);
    });

    it('waits for nobody who presses the shutter', async () => {
      const shutter = { press: () => {} };
      const { options, ports, glows } = lit(
        () => ({}),
        () => true,
        { auto: false, onFourth: () => shutter.press() },
      );
      const run = startCapture(options, ports);
      shutter.press = () => run.shoot();
      expect((await run.result).trigger).toBe('manual');
      expect(glows.length).toBeLessThan(PROGRAM.length);
    });

    it('begins anew after a pause', async () => {
      const pause = { begin: () => {} };
      const { options, ports, glows, analysed } = lit(
        () => ({}),
        () => true,
        { onFourth: () => pause.begin() },
      );
      const run = startCapture(options, ports);
      const begun = new Promise<void>((resolve) => {
        pause.begin = () => {
          run.pause();
          resolve();
        };
      });
      await begun;
      const before = glows.length;
      const paused = analysed.length;
      run.resume();
      await run.result;
      expect(glows.slice(before)).toEqual(PROGRAM);
      expect(analysed.length).toBeGreaterThan(paused + 50);
    });
  });

  it('ends with camera-lost when the stream ends', async () => {
    const { options, ports, held } = scriptCapture((index) => (index < 4 ? {} : null));
    await expect(startCapture(options, ports).result).rejects.toMatchObject({ code: 'camera-lost' });
    expect(held.open).toBe(0);
  });

  it('passes on what the vision throws, and frees everything', async () => {
    const broken = scriptCapture(() => ({}));
    const failure = new Error('context lost');
    const vision = {
      ...broken.options.vision,
      analyse: (frame: { close(): void }) => {
        frame.close();
        return Promise.reject(failure);
      },
    };
    await expect(startCapture({ ...broken.options, vision }, broken.ports).result).rejects.toBe(failure);
    expect(broken.held.open).toBe(0);
  });

  it.each([0, 1, 3, 8, 15])('frees everything when it is aborted after %i frames', async (count) => {
    const { options, ports, held, abort, analysed } = scriptCapture(() => ({}), { auto: false });
    const run = startCapture(options, ports);
    const reason = new Error('gone');
    while (analysed.length < count) await turn();
    abort.abort(reason);
    await expect(run.result).rejects.toBe(reason);
    await turn();
    expect(held.open).toBe(0);
    const settled = analysed.length;
    await turn();
    expect(analysed.length).toBe(settled);
  });

  it('frees everything when it is aborted while paused, encoding or copying', async () => {
    const pausedScript = scriptCapture(() => ({}));
    const paused = startCapture(pausedScript.options, pausedScript.ports);
    paused.pause();
    await turn();
    pausedScript.abort.abort(new Error('paused'));
    await expect(paused.result).rejects.toThrow('paused');
    await turn();
    expect(pausedScript.held.open).toBe(0);

    const encoding = scriptCapture(() => ({}));
    await abortWhileHeld(encoding, (held) => ({
      encodePicture: (bitmap) => held.then(() => encoding.ports.encodePicture(bitmap)),
    }));
    const copying = scriptCapture(() => ({}));
    await abortWhileHeld(copying, (held) => ({
      copyFrame: (frame) => held.then(() => copying.ports.copyFrame(frame)),
    }));
  });

  it('leaves the tracks to their owner', async () => {
    const { options, ports, track } = scriptCapture(() => ({}));
    await startCapture(options, ports).result;
    expect(track.stops).toBe(0);
  });

  it('refuses impossible thresholds at once', () => {
    const { options, ports } = scriptCapture(() => ({}));
    expect(() => startCapture({ ...options, thresholds: { stableFrames: -1 } }, ports)).toThrow(TypeError);
  });
});

async function abortWhileHeld(
  script: ScriptedCapture,
  slow: (held: Promise<void>) => Partial<CapturePorts>,
): Promise<void> {
  let release = (): void => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const run = startCapture(script.options, { ...script.ports, ...slow(held) });
  for (let i = 0; i < 20; i++) await turn();
  script.abort.abort(new Error('held'));
  await expect(run.result).rejects.toThrow('held');
  release();
  await turn();
  expect(script.held.open).toBe(0);
}
