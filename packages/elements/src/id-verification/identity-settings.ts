import { createCaptureBackendGateway } from '@bonafide/browser-core/identity';
import type {
  DocumentType,
  HandoverPort,
  HandoverRequest,
  IdentityGateway,
  IdentitySessionOptions,
} from '@bonafide/browser-core/identity';

/** The element's properties, as far as a session is made of them. */
export interface IdentitySettings {
  readonly createGateway: (() => IdentityGateway) | undefined;
  readonly baseUrl: string;
  readonly captureToken: string;
  readonly consent: 'required' | 'none';
  readonly consentVersion: string;
  readonly countryOfResidence: string;
  readonly documentType: DocumentType | '';
  readonly country: string;
  readonly documents: string;
  readonly countries: string;
  readonly allowUpload: boolean;
  readonly documentCapture: 'auto' | 'manual' | 'auto-then-manual' | 'upload';
  readonly review: 'on' | 'off';
  readonly maxAttempts: number;
  readonly handover: 'off' | 'offer' | 'force';
  readonly handoverPort: HandoverPort | undefined;
  readonly startFrom: HandoverRequest | undefined;
  readonly resume: 'on' | 'off';
  readonly videoSource: MediaStream | undefined;
  readonly ports: IdentitySessionOptions['ports'] | undefined;
}

/** The words of a list that is parted by spaces. */
export function toWords(list: string): readonly string[] {
  return list.split(/\s+/).filter((word) => word !== '');
}

/** What makes the gateway: the page's own, or that of its backend; null where there is neither. */
export function gatewayOf({
  createGateway,
  baseUrl,
  captureToken,
}: Pick<IdentitySettings, 'createGateway' | 'baseUrl' | 'captureToken'>): (() => IdentityGateway) | null {
  if (createGateway !== undefined) return createGateway;
  if (baseUrl === '') return null;
  return () => createCaptureBackendGateway({ baseUrl, ...(captureToken === '' ? {} : { captureToken }) });
}

/** A session's options; what was not set is left out, so that the session's own defaults apply. */
export function toIdentitySessionOptions(settings: IdentitySettings): IdentitySessionOptions {
  const { countryOfResidence, documentType, country, handoverPort, ports } = settings;
  const createGateway = gatewayOf(settings);
  if (createGateway === null) throw new TypeError('<id-verification>: neither base-url nor createGateway is set');
  const documents = toWords(settings.documents) as readonly DocumentType[];
  const countries = toWords(settings.countries);
  return {
    createGateway,
    consent: settings.consent,
    consentVersion: settings.consentVersion,
    allowUpload: settings.allowUpload || settings.documentCapture === 'upload',
    review: settings.review !== 'off',
    maxAttempts: settings.maxAttempts,
    ...(settings.videoSource === undefined ? {} : { needsCamera: false }),
    ...(settings.resume === 'off' ? { resumeKey: null } : {}),
    ...(countryOfResidence === '' ? {} : { countryOfResidence }),
    ...(documentType === '' ? {} : { documentType }),
    ...(country === '' ? {} : { country }),
    ...(documents.length === 0 ? {} : { documentTypes: documents }),
    ...(countries.length === 0 ? {} : { countries }),
    // There is nothing to offer without it; who insists on it is told that it is missing.
    ...(handoverPort === undefined && settings.handover === 'offer' ? {} : { handoverMode: settings.handover }),
    ...(handoverPort === undefined ? {} : { handover: handoverPort }),
    ...(settings.startFrom === undefined ? {} : { startFrom: settings.startFrom }),
    ...(ports === undefined ? {} : { ports }),
  };
}
