import type { FaceOidc, FaceReference, PendingLogin } from '@bonafide/partner-server/face-oidc';

/** A partner's session store; whatever yours is. */
export type Sessions = Map<string, { pending?: PendingLogin | undefined; refusals: number; verifiedAt?: string }>;

/** Two routes of a partner: one sends a logged-in person to the check, one takes them back. */
export function createFacePages(face: FaceOidc, sessions: Sessions, referenceOf: (user: string) => FaceReference) {
  return {
    async start(user: string): Promise<Response> {
      const session = sessions.get(user) ?? { refusals: 0 };
      if (session.refusals >= 2) return new Response('Please call us.', { status: 429 }); // the provider sets no limit
      const reference = referenceOf(user);
      const { url, pending } = await face.beginLogin({ scope: 'faceauth_dynamic_only', reference });
      sessions.set(user, { ...session, pending });
      return new Response(null, { status: 303, headers: { location: url } });
    },
    async done(user: string, request: Request): Promise<Response> {
      const session = sessions.get(user) ?? { refusals: 0 };
      const { pending } = session;
      if (pending === undefined) return new Response('Nothing was begun.', { status: 400 });
      sessions.set(user, { ...session, pending: undefined }); // a return is believed once
      const login = await face.finishLogin({ url: request, pending });
      if (!login.granted) {
        sessions.set(user, { ...session, pending: undefined, refusals: session.refusals + 1 });
        return new Response('Not verified.', { status: 403 }); // refused or given up: nobody says which
      }
      sessions.set(user, { refusals: 0, verifiedAt: new Date().toISOString() });
      return new Response('Verified.');
    },
  };
}
