import { heldIdOf, type HeldPhoto, toHeldHint } from './held-photo.ts';
import { isPhotoHint, readPhotoHint } from './reference-photo.ts';

/** The parameters of a request as the provider gets them, and what was taken out of them. */
export interface ProviderRequest {
  readonly parameters: URLSearchParams;
  readonly photo: HeldPhoto | null;
  /** `Authorization`, where the client showed its secret in the body. */
  readonly authorization: string | null;
  /** Why the photo in it cannot be used. */
  readonly refusal: 'not-a-jpeg' | 'too-large' | null;
}

/**
 * Takes a photo out of `login_hint`, and lets a secret in the body be what it is in the header: the discovery document has
 * both, and a client of the provider has one.
 */
export async function toProviderRequest(
  given: URLSearchParams,
  authorization: string | null,
  showsSecret: boolean,
): Promise<ProviderRequest> {
  const parameters = new URLSearchParams(given);
  const hint = parameters.get('login_hint');
  let photo: HeldPhoto | null = null;
  let refusal: ProviderRequest['refusal'] = null;
  if (hint !== null && isPhotoHint(hint)) {
    // A name for a held photo comes only from here.
    const read = heldIdOf(hint) === null ? await readPhotoHint(hint) : 'not-a-jpeg';
    if (typeof read === 'string') refusal = read;
    else photo = { id: crypto.randomUUID(), bytes: read };
    // What is left of one that cannot be used names nothing, and is refused where the browser can be sent back.
    parameters.set('login_hint', photo === null ? 'face:' : toHeldHint(photo));
  }
  return { parameters, photo, refusal, authorization: authorization ?? (showsSecret ? takeSecret(parameters) : null) };
}

function takeSecret(parameters: URLSearchParams): string | null {
  const [clientId, secret] = [parameters.get('client_id'), parameters.get('client_secret')];
  if (clientId === null || secret === null) return null;
  parameters.delete('client_secret');
  // RFC 6749 §2.3.1: one that is empty is as good as none. In a header it would be refused as one that is malformed.
  if (secret === '') return null;
  // RFC 6749 §2.3.1: each is a form value of its own.
  const pair = [clientId, secret].map((text) => encodeURIComponent(text)).join(':');
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}
