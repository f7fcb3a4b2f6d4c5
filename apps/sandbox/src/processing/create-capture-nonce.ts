import { randomBytes } from 'node:crypto';

/** What one capture is signed for. No secret: it proves that what is signed was not signed for another submission. */
export const createCaptureNonce = (): string => randomBytes(24).toString('base64url');
