import type { Assure } from '@bonafide/partner-server';
import { type Outcome, type PictureBytes, toOutcome } from '@bonafide/partner-server/assure';

/** What a partner knows of the person who is logged in. */
export interface Person {
  readonly id: string;
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
  readonly hasConsented: boolean;
}

/** Verifies a person by their passport and a selfie, and keeps nothing at the gateway. */
export async function verifyPerson(
  assure: Assure,
  { id, country, hasConsented }: Person,
  images: { readonly front: PictureBytes; readonly selfie: PictureBytes },
  scenario?: string,
): Promise<{ readonly outcome: Outcome; readonly name: string | undefined }> {
  const { dossierId } = await assure.createDossier({ externalReference: id }); // A
  try {
    const { processId } = await assure.createProcess({
      dossierId, // C; B is `getDocumentTypes`
      processType: 'documentSelfie',
      documentType: 'passport',
      location: { countryOfResidence: country },
      consents: { privacy: hasConsented },
      ...(scenario && { headers: { 'x-bonafide-scenario': scenario } }), // the sandbox's, for tests
    });
    const key = { dossierId, processId };
    await assure.setImages({ ...key, images }); // D2
    await assure.startVerification(key); // E
    const process = await assure.waitForProcess({ ...key, timeoutMs: 120_000 }); // F; or by its notification
    return { outcome: toOutcome({ from: 'process', body: process }), name: process.finalResult?.lastName };
  } finally {
    await assure.deleteDossier({ dossierId });
  }
}
