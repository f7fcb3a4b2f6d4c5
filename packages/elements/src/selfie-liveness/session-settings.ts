import type { LivenessSessionOptions, SessionInit } from '@bonafide/browser-core/session';
import { withTrailingSlash } from '../shell/with-trailing-slash.ts';

/** The element's properties, as far as a session is made of them. */
export interface SessionSettings {
  readonly sessionProvider: LivenessSessionOptions['sessionProvider'] | undefined;
  readonly thresholds: LivenessSessionOptions['thresholds'] | undefined;
  readonly videoSource: MediaStream | undefined;
  readonly ports: LivenessSessionOptions['ports'] | undefined;
  readonly backend: 'auto' | 'wasm' | 'webgl' | 'cpu';
  readonly detector: 'thin' | 'face-landmarks-detection';
  readonly baseUrl: string;
  readonly token: string;
  readonly correlationId: string;
  readonly session: SessionInit | undefined;
  readonly assetsUrl: string;
  readonly consent: 'required' | 'none';
  readonly screenLight: boolean;
  readonly captureMode: 'auto' | 'manual' | 'auto-then-manual';
  readonly manualAfter: number;
  readonly maxAttempts: number;
  readonly timeout: number;
  readonly cameraId: string;
  readonly facing: 'user' | 'environment';
  readonly exposeMedia: boolean;
}

/** Whether there is enough to start: a gateway, and a token or somebody to ask for one. */
export function canStart({ baseUrl, token, session, sessionProvider }: SessionSettings): boolean {
  return baseUrl !== '' && (token !== '' || session !== undefined || sessionProvider !== undefined);
}

/** A session's options; what was not set is left out, so that the session's own defaults apply. */
export function toSessionOptions(settings: SessionSettings): LivenessSessionOptions {
  const { token, correlationId, sessionProvider, thresholds, videoSource, ports, cameraId } = settings;
  const session = settings.session ?? (token === '' ? undefined : { token, correlationId });
  return {
    baseUrl: settings.baseUrl,
    assetsUrl: withTrailingSlash(settings.assetsUrl),
    consent: settings.consent,
    screenLight: settings.screenLight,
    capture: settings.captureMode,
    manualAfterMs: settings.manualAfter,
    maxAttempts: settings.maxAttempts,
    timeoutMs: settings.timeout,
    facing: settings.facing,
    backend: settings.backend,
    detector: settings.detector,
    exposeMedia: settings.exposeMedia,
    ...(session === undefined ? {} : { session }),
    ...(sessionProvider === undefined ? {} : { sessionProvider }),
    ...(thresholds === undefined ? {} : { thresholds }),
    ...(videoSource === undefined ? {} : { videoSource }),
    ...(ports === undefined ? {} : { ports }),
    ...(cameraId === '' ? {} : { cameraId }),
  };
}

/** The host of a gateway, as a person reads it; the text itself where it is no URL. */
export function gatewayHost(baseUrl: string): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).host : baseUrl;
}
