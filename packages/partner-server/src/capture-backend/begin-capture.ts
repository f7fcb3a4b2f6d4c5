import type { CreatedProcess, CreateProcess, DocumentOption, Requirements } from '@bonafide/contracts/capture-backend';
import { CONSENT_COUNTRIES, needsConsent } from '../assure/missing-for-onfido.ts';
import type { CaptureBackendSettings, CaptureSubject } from './capture-backend-options.ts';
import type { CaptureRecord, CaptureRecords } from './capture-record.ts';
import { openAttempt } from './open-attempt.ts';
import { CaptureRefusal } from './refusal.ts';

/** What a check will ask of this person. */
export function toRequirements(
  { documents, selfie, consent }: CaptureBackendSettings,
  { countryOfResidence }: Pick<CaptureSubject, 'countryOfResidence'>,
): Requirements {
  return {
    documents: [...documents],
    selfie,
    ...(countryOfResidence !== undefined && { countryOfResidence }),
    ...(selfie &&
      consent && {
        consent: { version: consent.version, requiredIn: [...CONSENT_COUNTRIES], documents: [...consent.documents] },
      }),
  };
}

/** Records the consent, opens a dossier and a process at the gateway, and keeps what belongs to them. */
export async function beginCapture(
  settings: CaptureBackendSettings,
  records: CaptureRecords,
  subject: CaptureSubject,
  wanted: CreateProcess,
): Promise<CreatedProcess> {
  const { assure, clock, selfie } = settings;
  const { sides } = chooseDocument(settings.documents, wanted);
  const countryOfResidence = subject.countryOfResidence ?? wanted.countryOfResidence;
  if (countryOfResidence === undefined) throw new CaptureRefusal('location-required');
  const consented = await takeConsent(settings, subject, wanted, countryOfResidence);

  const dossierId = subject.dossierId ?? (await openDossier(settings, subject));
  const captureId = crypto.randomUUID().replaceAll('-', '');
  const record: Omit<CaptureRecord, 'processId'> = {
    subjectId: subject.id,
    dossierId,
    attempt: 1,
    documentType: wanted.documentType,
    countryOfResidence,
    consented,
    sides,
    selfie,
    digests: {},
    started: false,
    outcome: null,
    endsAtEpochMs: clock.now() + settings.maxAgeMs,
  };
  try {
    await openAttempt(settings, captureId, record, (kept) => records.save(captureId, kept));
  } catch (error) {
    // Nothing of a check that did not begin stays behind, whatever became of its process.
    if (subject.dossierId === undefined) await assure.deleteDossier({ dossierId }).catch(() => {});
    throw error;
  }
  return { processId: captureId, requirements: { sides: [...sides], selfie } };
}

async function openDossier({ assure }: CaptureBackendSettings, { externalReference }: CaptureSubject): Promise<string> {
  const { dossierId } = await assure.createDossier(externalReference === undefined ? {} : { externalReference });
  return dossierId;
}

/** @throws {CaptureRefusal} `document-unsupported` */
function chooseDocument(
  documents: readonly DocumentOption[],
  { documentType, issuingCountry }: CreateProcess,
): DocumentOption {
  const option = documents.find((each) => each.documentType === documentType);
  const { issuingCountries } = option ?? {};
  const isFromThere =
    issuingCountries === undefined || (issuingCountry !== undefined && issuingCountries.includes(issuingCountry));
  if (option === undefined || !isFromThere) throw new CaptureRefusal('document-unsupported');
  return option;
}

/**
 * Whether the person has consented, once that is on record. A refusal ends it, also where no consent is needed.
 * @throws {CaptureRefusal} `consent-required`, `consent-outdated`
 */
async function takeConsent(
  { processType, consent, clock }: CaptureBackendSettings,
  { id }: CaptureSubject,
  { documentType, consents }: CreateProcess,
  countryOfResidence: string,
): Promise<boolean> {
  const given = consents?.privacy;
  if (given === undefined && !needsConsent(processType, countryOfResidence)) return false;
  if (given?.granted !== true) throw new CaptureRefusal('consent-required');
  if (consent === undefined) return false;
  if (given.version !== consent.version) throw new CaptureRefusal('consent-outdated');
  await consent.record({
    subjectId: id,
    countryOfResidence,
    documentType,
    version: consent.version,
    recordedAt: new Date(clock.now()).toISOString(),
    givenAt: given.at,
  });
  return true;
}
