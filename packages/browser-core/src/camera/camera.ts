/** One camera as the picker shows it. */
export interface CameraDescription {
  readonly deviceId: string;
  /** Empty until permission is granted. */
  readonly label: string;
  readonly facing: 'user' | 'environment' | 'unknown';
  /** Why it ranks low as the first choice; evidence, never a ban. */
  readonly kind: 'ordinary' | 'virtual' | 'infrared' | 'ultra-wide' | 'external';
}

export interface CameraOptions {
  readonly facing?: 'user' | 'environment';
  readonly deviceId?: string;
  readonly signal: AbortSignal;
  /** Default 60 000: how long a permission prompt may stay unanswered before `permission-dismissed`. */
  readonly permissionTimeoutMs?: number;
}

/** The stream without pictures for a while, with them again, or over for good. */
export type CameraInterruption = 'muted' | 'unmuted' | 'ended';

/**
 * An open camera. Exactly one owner closes it; the options' signal closes it too, and a stream that arrives after an
 * abort is stopped at once.
 */
export interface Camera {
  readonly stream: MediaStream;
  readonly description: CameraDescription;
  readonly settings: Readonly<MediaTrackSettings>;
  /** All cameras, best first choice first. */
  list(): Promise<readonly CameraDescription[]>;
  /** Opens another camera in place of this one; this one is closed first, since phones open one at a time. */
  switchTo(deviceId: string): Promise<Camera>;
  /** Called on mute, unmute and end until closed. Returns the way to stop listening. */
  onInterruption(listener: (interruption: CameraInterruption) => void): () => void;
  close(): void;
}

/** What `checkSupport` looks at, one by one. */
export type SupportTest =
  | 'secure-context'
  | 'media-devices'
  | 'permissions-policy'
  | 'camera-present'
  | 'worker'
  | 'webassembly'
  | 'webassembly-simd'
  | 'webassembly-csp'
  | 'webgl'
  | 'in-app-browser';

/** What this browser, page and machine can do, and what to tell the person when they cannot. */
export interface SupportReport {
  readonly supported: boolean;
  /** Error codes of `@bonafide/contracts/codes` that make a start pointless. */
  readonly blockers: readonly string[];
  readonly warnings: readonly string[];
  readonly tests: Readonly<Record<SupportTest, boolean>>;
  readonly permission: 'granted' | 'prompt' | 'denied' | 'unknown';
}
