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
});
