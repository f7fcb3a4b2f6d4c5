import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';

const run = (script: string): string =>
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: import.meta.dirname,
    encoding: 'utf8',
  }).trim();

describe('on a server, without a DOM', () => {
  it('the root imports, and registers nothing', () => {
    const script = `
      const names = Object.keys(await import('../src/index.ts')).sort();
      console.log(JSON.stringify({ names, dom: typeof document, registered: Boolean(globalThis.customElements?.get('selfie-liveness')) }));`;
    expect(JSON.parse(run(script))).toEqual({
      names: [
        'DocumentCapture',
        'DocumentCaptureEvent',
        'IdVerification',
        'IdVerificationEvent',
        'SelfieLiveness',
        'SelfieLivenessEvent',
        'initialize',
        'launchIdVerification',
        'launchSelfieLiveness',
        'registerMessages',
      ],
      dom: 'undefined',
      registered: false,
    });
  });

  it('the defining entry imports too', () => {
    expect(
      run(`const m = await import('../src/define/selfie-liveness.ts'); console.log(typeof m.SelfieLiveness)`),
    ).toBe('function');
  });

  it('the languages import too, and load nothing', () => {
    const script = `
      import { registerHooks } from 'node:module';
      const loaded = [];
      registerHooks({ load: (url, context, next) => { loaded.push(url); return next(url, context); } });
      await import('../src/define/languages.ts');
      console.log(JSON.stringify(loaded.map((url) => url.split('/src/')[1])));`;
    const loaded = JSON.parse(run(script)) as string[];
    expect(loaded).toEqual(['define/languages.ts', 'messages/language-loaders.ts', 'messages/message-registry.ts']);
  });
});
