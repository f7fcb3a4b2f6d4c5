/** What the face is compared with. */
export type FaceReferenceKind = 'liveness' | 'profile' | 'photo';

/** `open` awaits the person; the others are final. `failed`: nothing could be decided, by a failure of ours. */
export const FACE_LOGIN_STATES = ['open', 'passed', 'denied', 'cancelled', 'expired', 'failed'] as const;
export type FaceLoginState = (typeof FACE_LOGIN_STATES)[number];

/** How a login can end. */
export const FACE_LOGIN_ENDS = ['passed', 'denied', 'cancelled', 'expired', 'failed'] as const;
export type FaceLoginEnd = (typeof FACE_LOGIN_ENDS)[number];
