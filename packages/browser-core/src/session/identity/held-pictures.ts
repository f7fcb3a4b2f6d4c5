import type { DocumentCaptureResult } from '../../document/capture/document-capture-result.ts';
import type { Depiction, IdentityPicture } from '../../gateway/identity-gateway.ts';
import { SDK_VERSION } from '../to-evidence.ts';

/** What is too big and too secret for the machine's state. In memory only, until it is sent or dropped. */
export class HeldPictures {
  /** Shown to the machine, which has not yet said what becomes of them. */
  readonly #offers = new Map<string, IdentityPicture>();
  readonly #kept = new Map<Depiction, IdentityPicture>();

  offer(picture: IdentityPicture): void {
    this.#offers.set(picture.digest, picture);
  }

  keep(depiction: Depiction, digest: string): void {
    const picture = this.#offers.get(digest);
    this.#offers.delete(digest);
    if (picture !== undefined) this.#kept.set(depiction, picture);
  }

  dropOffer(digest: string): void {
    this.#offers.delete(digest);
  }

  drop(depiction: Depiction): void {
    this.#kept.delete(depiction);
  }

  get(depiction: Depiction): IdentityPicture | null {
    return this.#kept.get(depiction) ?? null;
  }

  clear(): void {
    this.#offers.clear();
    this.#kept.clear();
  }
}

/** A side on its way. The evidence says how it was taken and what could be read, never what was. */
export function toDocumentPicture(result: DocumentCaptureResult, epochNowMs: number): IdentityPicture {
  const { image, digest, frameDigest, width, height, frameWidth, frameHeight, quad, origin } = result;
  const { mrz, barcodes, ktp } = result.reading;
  return {
    image,
    digest,
    evidence: {
      version: '1',
      sdkVersion: SDK_VERSION,
      digest,
      capture: { width, height, origin, capturedAt: new Date(epochNowMs).toISOString() },
      frame: { digest: frameDigest, width: frameWidth, height: frameHeight, quad },
      format: result.format,
      quality: result.quality,
      problems: result.problems,
      read: {
        mrz: mrz === null ? null : { format: mrz.format, valid: mrz.valid },
        barcodes: barcodes.map(({ symbology }) => symbology),
        ktp: ktp === null ? null : { nikValid: ktp.nikValid },
      },
    },
  };
}
