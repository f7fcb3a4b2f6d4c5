// What the session test's page runs: a whole session from the sources, over the real camera, model and network.
import { createLivenessSession } from '../../src/session/liveness-session.ts';
import type {
  LivenessSession,
  LivenessSessionOptions,
  SessionPhase,
  SessionSnapshot,
} from '../../src/session/index.ts';
import { liveTracks } from './live-tracks.ts';

let session: LivenessSession | undefined;
const phases: SessionPhase[] = [];
const reasons: string[] = [];
const guidance: string[] = [];

function open(options: Partial<LivenessSessionOptions> = {}): void {
  session = createLivenessSession({
    baseUrl: `${location.origin}/gateway/`,
    assetsUrl: '/assets/',
    consent: 'none',
    sessionProvider: (reason) => {
      reasons.push(reason);
      return Promise.resolve({ token: `secret-token-${reasons.length}`, correlationId: 'order-1' });
    },
    ...options,
  });
  session.subscribe(({ phase, guidance: code }) => {
    if (phases.at(-1) !== phase) phases.push(phase);
    if (code !== null && guidance.at(-1) !== code) guidance.push(code);
  });
  session.start();
}

function openWithCanvas(): void {
  const canvas = document.createElement('canvas');
  canvas.getContext('2d');
  const videoSource = canvas.captureStream(10);
  Object.assign(globalThis, { videoSource });
  open({ videoSource });
}

/** Waits for one of the phases; the snapshot without its stream, which cannot leave the page. */
function reach(...wanted: readonly SessionPhase[]): Promise<Omit<SessionSnapshot, 'stream'>> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (session === undefined || !wanted.includes(session.snapshot.phase)) return;
      stop();
      const { stream: _stream, ...rest } = session.snapshot;
      resolve(rest);
    };
    const stop = session?.subscribe(look) ?? (() => {});
    look();
  });
}

const sessionPage = {
  open,
  openWithCanvas,
  reach,
  phases: () => phases,
  guidance: () => guidance,
  reasons: () => reasons,
  retry: () => session?.retry(),
  close: () => session?.close(),
  stored: () => JSON.stringify(Object.entries(sessionStorage)),
  liveTracks,
  sourceIsLive: () =>
    (globalThis as { videoSource?: MediaStream }).videoSource?.getVideoTracks()[0]?.readyState === 'live',
};
export type SessionPage = typeof sessionPage;
Object.assign(globalThis, { sessionPage });
