import { describe, expect, it } from 'vitest';
import { domError, FakeMediaDevices } from '../../test/fake-media-devices.ts';
import { checkSupport, type SupportEnvironment } from './check-support.ts';

const CHROME = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const INSTAGRAM = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) AppleWebKit/605.1.15 Mobile/15E148 Instagram 350.0';

function environment(changes: Partial<SupportEnvironment> = {}): SupportEnvironment {
  return {
    isSecureContext: true,
    mediaDevices: new FakeMediaDevices(),
    policyAllowsCamera: () => true,
    permission: () => Promise.resolve('prompt'),
    hasWorker: true,
    webAssembly: WebAssembly,
    hasWebgl: () => true,
    userAgent: CHROME,
    ...changes,
  };
}

const forbidden: SupportEnvironment['webAssembly'] = {
  validate: (bytes) => WebAssembly.validate(bytes),
  compile: () => Promise.reject(new WebAssembly.CompileError('violates Content Security Policy')),
};

describe('checkSupport', () => {
  it('finds nothing wrong with a current browser, and asks nobody', async () => {
    const mediaDevices = new FakeMediaDevices();
    const report = await checkSupport({}, environment({ mediaDevices }));
    expect(report).toMatchObject({ supported: true, blockers: [], warnings: [], permission: 'prompt' });
    expect(Object.values(report.tests)).toEqual(Object.values(report.tests).map(() => true));
    expect(mediaDevices.requests).toEqual([]);
  });

  it.each<[string, Partial<SupportEnvironment>, string]>([
    ['a page without HTTPS', { isSecureContext: false, mediaDevices: undefined }, 'insecure-context'],
    ['a browser without cameras', { mediaDevices: undefined }, 'unsupported-browser'],
    ['an app that holds them back', { mediaDevices: undefined, userAgent: INSTAGRAM }, 'in-app-browser'],
    ['a frame without allow="camera"', { policyAllowsCamera: () => false }, 'permissions-policy-blocked'],
    ['a machine without a camera', { mediaDevices: new FakeMediaDevices([]) }, 'no-camera'],
    ['a browser without workers', { hasWorker: false }, 'unsupported-browser'],
  ])('is stopped by %s', async (_what, changes, blocker) => {
    const report = await checkSupport({}, environment(changes));
    expect(report).toMatchObject({ supported: false, blockers: [blocker] });
  });

  it.each<[string, Partial<SupportEnvironment>, readonly string[]]>([
    ['no WebAssembly', { webAssembly: undefined }, ['webassembly', 'webassembly-simd', 'webassembly-csp']],
    ['a policy against wasm', { webAssembly: forbidden }, ['webassembly-csp']],
    [
      'an engine without SIMD',
      { webAssembly: { validate: () => false, compile: (bytes) => WebAssembly.compile(bytes) } },
      ['webassembly-simd'],
    ],
    ['no WebGL', { hasWebgl: () => false }, ['webgl']],
    ['an in-app browser that has a camera', { userAgent: INSTAGRAM }, ['in-app-browser']],
  ])('warns of %s', async (_what, changes, warnings) => {
    const report = await checkSupport({}, environment(changes));
    expect(report).toMatchObject({ supported: true, warnings });
  });

  it('does not hold it against a browser that says nothing of its policy', async () => {
    const report = await checkSupport({}, environment({ policyAllowsCamera: () => null }));
    expect(report.tests['permissions-policy']).toBe(true);
  });

  it('asks for the camera when told to, and lets it go at once', async () => {
    const mediaDevices = new FakeMediaDevices();
    const report = await checkSupport(
      { permission: true },
      environment({ mediaDevices, permission: () => Promise.resolve('granted') }),
    );
    expect(report.permission).toBe('granted');
    expect(mediaDevices.requests).toHaveLength(1);
    expect(mediaDevices.requests[0]?.constraints.audio).toBe(false);
    expect(mediaDevices.live).toEqual([]);
  });

  it('survives a refusal and a browser that fails to list', async () => {
    const mediaDevices = new FakeMediaDevices();
    mediaDevices.answer = (request) => request.refuse(domError('NotAllowedError'));
    mediaDevices.enumerateDevices = () => Promise.reject(domError('NotAllowedError'));
    const report = await checkSupport({ permission: true }, environment({ mediaDevices }));
    expect(report.blockers).toEqual(['no-camera']);
  });
});
