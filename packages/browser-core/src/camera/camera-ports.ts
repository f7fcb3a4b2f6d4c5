export type CameraPermission = 'granted' | 'prompt' | 'denied' | 'unknown';

/** The part of `navigator.mediaDevices` that is used. */
export type MediaDevicesPort = Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices'>;

/** The world outside of the camera code. */
export interface CameraPorts {
  /** Undefined in an insecure context and in browsers without cameras. */
  readonly mediaDevices: MediaDevicesPort | undefined;
  readonly secure: boolean;
  /** Whether the page's Permissions-Policy lets it ask for a camera; null when the browser does not say. */
  policyAllowsCamera(): boolean | null;
  permission(): Promise<CameraPermission>;
  /** The device id of the camera that was switched to last on this origin. */
  recall(): string | null;
  remember(deviceId: string): void;
  /** Calls back once, later; returns the way to call it off. */
  after(delayMs: number, callback: () => void): () => void;
}

const STORAGE_KEY = 'bonafide.camera';

/** The browser's own. */
export function browserCameraPorts(): CameraPorts {
  return {
    mediaDevices: (navigator as Partial<Navigator>).mediaDevices,
    secure: isSecureContext,
    policyAllowsCamera: browserPolicyAllowsCamera,
    permission: browserPermission,
    recall: () => withStorage((storage) => storage.getItem(STORAGE_KEY)),
    remember: (deviceId) => withStorage((storage) => storage.setItem(STORAGE_KEY, deviceId)),
    after: (delayMs, callback) => {
      const timer = setTimeout(callback, delayMs);
      return () => clearTimeout(timer);
    },
  };
}

/** `document.permissionsPolicy` was never shipped widely; Chromium has the older `featurePolicy`. */
export function browserPolicyAllowsCamera(): boolean | null {
  interface Policy {
    allowsFeature(feature: string): boolean;
  }
  const page = document as Document & { readonly permissionsPolicy?: Policy; readonly featurePolicy?: Policy };
  const policy = page.permissionsPolicy ?? page.featurePolicy;
  return policy === undefined ? null : policy.allowsFeature('camera');
}

/** Firefox and older Safari do not know the name and throw. */
export async function browserPermission(): Promise<CameraPermission> {
  try {
    const { state } = await navigator.permissions.query({ name: 'camera' as PermissionName });
    return state;
  } catch {
    return 'unknown';
  }
}

/** Storage is a convenience: where it is blocked or full, nothing is remembered. */
function withStorage<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(localStorage);
  } catch {
    return null;
  }
}
