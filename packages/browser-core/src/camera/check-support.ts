import type { ErrorCode } from '@bonafide/contracts/codes';
import {
  browserPermission,
  browserPolicyAllowsCamera,
  type CameraPermission,
  type MediaDevicesPort,
} from './camera-ports.ts';
import type { SupportReport, SupportTest } from './camera.ts';
import { stopStream } from './request-stream.ts';

/** What is asked of the browser. Injected, so that every answer can be tried without that browser. */
export interface SupportEnvironment {
  readonly isSecureContext: boolean;
  readonly mediaDevices: MediaDevicesPort | undefined;
  policyAllowsCamera(): boolean | null;
  permission(): Promise<CameraPermission>;
  readonly hasWorker: boolean;
  readonly webAssembly: Pick<typeof WebAssembly, 'validate' | 'compile'> | undefined;
  hasWebgl(): boolean;
  readonly userAgent: string;
}

/** An empty module. Compiling it fails only where a Content-Security-Policy lacks `'wasm-unsafe-eval'`. */
const EMPTY_MODULE = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/** A function that returns an i8x16 vector: valid only where the engine knows SIMD. */
const SIMD_MODULE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
]);

/** Browsers inside other apps, by the words that they put in their user agent. They often hold the camera back. */
const IN_APP =
  /FBAN|FBAV|FB_IAB|Instagram|Line\/|MicroMessenger|Twitter|TikTok|BytedanceWebview|musical_ly|Snapchat|LinkedInApp|Pinterest|KAKAOTALK|WhatsApp|Telegram|GSA\/|; wv\)/;

/**
 * What this browser, page and machine can do. Asks the person for nothing unless `permission` is true: then the camera
 * is opened and closed at once. Never rejects.
 */
export async function checkSupport(
  options: { readonly permission?: boolean } = {},
  environment: SupportEnvironment = browserSupportEnvironment(),
): Promise<SupportReport> {
  const { mediaDevices, webAssembly } = environment;
  const hasMediaDevices = typeof mediaDevices?.getUserMedia === 'function';
  const answers = {
    'secure-context': environment.isSecureContext,
    'media-devices': hasMediaDevices,
    'permissions-policy': environment.policyAllowsCamera() !== false,
    worker: environment.hasWorker,
    webassembly: webAssembly !== undefined,
    'webassembly-simd': webAssembly !== undefined && webAssembly.validate(SIMD_MODULE),
    'webassembly-csp': await compiles(webAssembly),
    webgl: environment.hasWebgl(),
    'in-app-browser': !IN_APP.test(environment.userAgent),
  };
  if (options.permission === true && hasMediaDevices && answers['permissions-policy']) await askOnce(mediaDevices);
  const tests: Readonly<Record<SupportTest, boolean>> = {
    ...answers,
    'camera-present': hasMediaDevices && (await hasCamera(mediaDevices)),
  };
  const blockers = findBlockers(tests);
  return {
    supported: blockers.length === 0,
    blockers,
    warnings: findWarnings(tests),
    tests,
    permission: await environment.permission(),
  };
}

/** The browser's own. */
function browserSupportEnvironment(): SupportEnvironment {
  const page = globalThis as Partial<typeof globalThis>;
  return {
    isSecureContext,
    mediaDevices: (navigator as Partial<Navigator>).mediaDevices,
    policyAllowsCamera: browserPolicyAllowsCamera,
    permission: browserPermission,
    hasWorker: typeof page.Worker === 'function',
    webAssembly: page.WebAssembly,
    hasWebgl: browserHasWebgl,
    userAgent: navigator.userAgent,
  };
}

function findBlockers(tests: Readonly<Record<SupportTest, boolean>>): readonly ErrorCode[] {
  const blockers: ErrorCode[] = [];
  if (!tests['secure-context']) blockers.push('insecure-context');
  else if (!tests['media-devices']) blockers.push(tests['in-app-browser'] ? 'unsupported-browser' : 'in-app-browser');
  else if (!tests['permissions-policy']) blockers.push('permissions-policy-blocked');
  else if (!tests['camera-present']) blockers.push('no-camera');
  if (!tests.worker && !blockers.includes('unsupported-browser')) blockers.push('unsupported-browser');
  return blockers;
}

/** Failed tests that stop nothing by themselves: the analysis falls back from wasm to WebGL to plain JavaScript. */
function findWarnings(tests: Readonly<Record<SupportTest, boolean>>): readonly SupportTest[] {
  const soft: readonly SupportTest[] = [
    'webassembly',
    'webassembly-simd',
    'webassembly-csp',
    'webgl',
    'in-app-browser',
  ];
  return soft.filter((test) => !tests[test]);
}

async function compiles(webAssembly: SupportEnvironment['webAssembly']): Promise<boolean> {
  try {
    return webAssembly !== undefined && (await webAssembly.compile(EMPTY_MODULE)) !== undefined;
  } catch {
    return false;
  }
}

/** Before permission browsers list at most one camera without a name; none at all means that there is none. */
async function hasCamera(mediaDevices: MediaDevicesPort): Promise<boolean> {
  try {
    return (await mediaDevices.enumerateDevices()).some(({ kind }) => kind === 'videoinput');
  } catch {
    return false;
  }
}

async function askOnce(mediaDevices: MediaDevicesPort): Promise<void> {
  try {
    stopStream(await mediaDevices.getUserMedia({ video: true, audio: false }));
  } catch {
    // A refusal shows in the permission's state.
  }
}

/** A context of this test would count against the browser's limit until collected; it is given up at once. */
function browserHasWebgl(): boolean {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('webgl2') ?? canvas.getContext('webgl');
  context?.getExtension('WEBGL_lose_context')?.loseContext();
  return context !== null;
}
