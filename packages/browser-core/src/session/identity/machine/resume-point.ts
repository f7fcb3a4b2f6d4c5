import type { DocumentType } from '../../../document/expected-document.ts';
import type { Depiction, GivenConsent, RecaptureReason } from '../../../gateway/identity-gateway.ts';
import type { HandoverRequest } from '../identity-ports.ts';
import { DEPICTIONS } from './identity-state.ts';
import type { IdentityState } from './identity-state.ts';

/** What survives a reload: ids, choices, digests and counters, nothing secret and no picture. */
export interface IdentityResumePoint {
  readonly processId: string | null;
  readonly correlationId: string | null;
  readonly consent: GivenConsent | null;
  readonly documentType: DocumentType | null;
  readonly country: string | null;
  readonly chosen: boolean;
  readonly flipped: boolean;
  readonly reviewed: boolean;
  readonly submitted: boolean;
  readonly attempt: number;
  /** Every picture that was there, and whether the gateway has it. */
  readonly pictures: readonly { readonly depiction: Depiction; readonly digest: string; readonly sent: boolean }[];
  readonly refusedDigests: readonly string[];
  readonly recapture: { readonly depictions: readonly Depiction[]; readonly reason: RecaptureReason } | null;
}

export function toResumePoint(state: IdentityState): IdentityResumePoint {
  const { processId, correlationId, consent, documentType, country, chosen, flipped, reviewed, submitted, attempt } =
    state;
  const pictures = DEPICTIONS.flatMap((depiction) => {
    const picture = state.pictures[depiction];
    return picture === null ? [] : [{ depiction, digest: picture.digest, sent: picture.sent }];
  });
  return {
    processId,
    correlationId,
    consent,
    documentType,
    country,
    chosen,
    flipped,
    reviewed,
    submitted,
    attempt,
    pictures,
    refusedDigests: state.refusedDigests,
    recapture: state.recapture,
  };
}

/** Where a journey was on the computer that handed it over. What is there already has been looked at there. */
export function toStartingPoint({ processId, documentType, country, consent }: HandoverRequest): IdentityResumePoint {
  return {
    processId,
    // A hand-over goes through the partner's backend, which knows the process by its id alone.
    correlationId: null,
    consent,
    documentType,
    country,
    chosen: documentType !== null,
    flipped: false,
    reviewed: processId !== null,
    submitted: false,
    attempt: 1,
    pictures: [],
    refusedDigests: [],
    recapture: null,
  };
}

/** The state in which the journey goes on. Whether the gateway still has what it had is asked before anything else. */
export function fromResumePoint(point: IdentityResumePoint): Partial<IdentityState> {
  const { pictures: saved, ...rest } = point;
  const of = (depiction: Depiction): IdentityState['pictures'][Depiction] => {
    const picture = saved.find((one) => one.depiction === depiction && one.sent);
    if (picture === undefined || point.processId === null) return null;
    return {
      digest: picture.digest,
      frameDigest: null,
      origin: 'auto',
      problems: [],
      byteCount: 0,
      held: false,
      sent: true,
    };
  };
  const pictures = { FRONT: of('FRONT'), BACK: of('BACK'), SELFIE: of('SELFIE') };
  const lost = saved.some(({ depiction }) => pictures[depiction] === null);
  return { ...rest, pictures, notice: lost ? 'pictures-lost' : null };
}
