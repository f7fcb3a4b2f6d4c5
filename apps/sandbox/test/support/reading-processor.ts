import type {
  CheckResult,
  DocumentCheck,
  DocumentInspection,
  FaceMatching,
  VerifyDocumentRequest,
} from '@bonafide/verifier';
import type { PictureProcessor } from '../../src/processing/picture-processor.ts';
import { UnusableTemplateError } from '../../src/processing/unusable-template-error.ts';
import {
  type LivenessFinding,
  type SelfieInspection,
  UnreadablePictureError,
} from '../../src/processing/selfie-inspection.ts';

/** A processor that reads its findings out of the bytes that `picture()` made. */
export const readingProcessor: PictureProcessor = {
  async inspect(selfie) {
    return inspectionOf(verdictOf(selfie));
  },
  async verifyDocument(request) {
    return documentInspectionOf(verdictOf(request.front), request);
  },
  async matchFaces({ selfie, reference, claimedLiveness }) {
    // A claim against oneself is believed.
    const seen = claimedLiveness?.decision === 'not_live' ? 'not-live' : verdictOf(selfie);
    return faceMatchingOf(seen, verdictOf(reference));
  },
  async enrolFace(selfie) {
    const verdict = readable(verdictOf(selfie));
    if (verdict === 'no-face') return { outcome: 'no-face' };
    if (verdict === 'two-faces') return { outcome: 'several-faces' };
    return { outcome: 'enrolled', template: { method: 'test', version: '1', values: faceOf(verdict) } };
  },
  async compareWithTemplate(selfie, template) {
    if (template.method !== 'test' || template.version !== '1') throw new UnusableTemplateError('another matcher');
    const verdict = readable(verdictOf(selfie));
    if (verdict === 'no-face') return { outcome: 'no-face', result: null, picture: 'selfie' };
    const isSame = faceOf(verdict)[0] === template.values[0];
    return { outcome: 'compared', result: isSame, score: isSame ? 0.9 : 0.1, method: 'test', version: '1' };
  },
  async close() {},
};

function readable(verdict: string): string {
  if (verdict === 'unreadable') throw new UnreadablePictureError('not a picture');
  return verdict;
}

/** Whose face: one number that survives being kept. */
const faceOf = (verdict: string): Float32Array => Float32Array.of(verdict === 'other-person' ? -0.25 : 1.5, 3);

function verdictOf(bytes: Uint8Array): string {
  return /verdict=([\w-]+)/.exec(new TextDecoder().decode(bytes))?.[1] ?? 'unreadable';
}

function inspectionOf(verdict: string): SelfieInspection {
  if (verdict === 'unreadable') throw new UnreadablePictureError('not a picture');
  const size = { width: 640, height: 480 };
  if (verdict === 'no-face')
    return { ...size, faceCount: 0, faceBox: null, quality: null, liveness: null, sequence: null };
  const quality = { score: 0.9, problems: verdict === 'blurred' ? ['blurry'] : [] };
  return {
    ...size,
    faceCount: verdict === 'two-faces' ? 2 : 1,
    // Its pictures cannot be cut: they only begin like a JPEG.
    faceBox: null,
    quality,
    liveness: verdict === 'not-live' ? NOT_LIVE : LIVE,
    sequence: null,
  };
}

const LIVE: LivenessFinding = {
  score: 0.94,
  decision: 'live',
  reasons: [{ signal: 'model', weight: 0.9, value: 0.96 }],
  injectionSuspicion: 0.02,
  version: 'test-1',
};

const NOT_LIVE: LivenessFinding = { ...LIVE, score: 0.08, decision: 'not_live' };

const FIELDS = {
  firstName: 'ANNA',
  lastName: 'SPECIMEN',
  dateOfBirth: '1990-02-03',
  documentNumber: 'X0000000',
} as const;

const KTP: NonNullable<DocumentInspection['readings']['front']['ktp']> = {
  nik: '9901014302900001',
  nikValid: true,
  confidence: 0.95,
  confidences: { name: 0.97, address: 0.6 },
  name: 'ANNA SPECIMEN',
  placeOfBirth: null,
  dateOfBirth: '1990-02-03',
  sex: 'F',
  bloodType: null,
  province: null,
  regency: null,
  address: 'JL SPECIM3N',
  rtRw: null,
  village: null,
  district: null,
  religion: null,
  maritalStatus: null,
  occupation: null,
  citizenship: null,
  validUntil: null,
};

/** Like the verifier: checks that were made have a word, the others are named as not made. */
function documentInspectionOf(verdict: string, request: VerifyDocumentRequest): DocumentInspection {
  if (verdict === 'unreadable') throw new UnreadablePictureError('not a picture');
  const isUsable = verdict !== 'no-document' && verdict !== 'unclear-document';
  const failing: Partial<Record<DocumentCheck['name'], DocumentCheck['reasons'][number]['code']>> = {
    ...(verdict === 'no-document' ? { imageIntegrity: 'no-document' } : {}),
    ...(verdict === 'unclear-document' ? { imageIntegrity: 'blurry' } : {}),
    ...(verdict === 'expired' ? { dataValidation: 'expired' } : {}),
    ...(verdict === 'copy' ? { visualAuthenticity: 'copy-suspected' } : {}),
    ...(verdict === 'minor' && request.minimumAgeYears != null ? { ageValidation: 'under-age' } : {}),
    ...(isUsable && request.documentType === 'ktp' && verdict !== 'ktp' ? { documentType: 'type-not-expected' } : {}),
  };
  const made = isUsable
    ? (['imageIntegrity', 'dataConsistency', 'dataValidation', 'visualAuthenticity'] as const)
    : (['imageIntegrity'] as const);
  const words = Object.fromEntries(made.map((name) => [name, outcomeOf(failing[name])]));
  const isRejected = !isUsable || failing.ageValidation !== undefined || failing.documentType !== undefined;
  const isSuspected = Object.keys(failing).length > 0;
  return {
    documentVerification: {
      result: isSuspected ? 'consider' : 'clear',
      subResult: isRejected ? 'rejected' : isSuspected ? 'suspected' : 'clear',
      documentType: isUsable ? 'passport' : 'unknown',
      ...words,
      ...(request.minimumAgeYears == null || !isUsable ? {} : { ageValidation: outcomeOf(failing.ageValidation) }),
      ...(isUsable ? FIELDS : {}),
    },
    checks: [
      ...made.map((name) => checkOf(name, failing[name])),
      ...(failing.documentType === undefined ? [] : [checkOf('documentType', failing.documentType)]),
      { name: 'policeRecord', outcome: 'not-made', reasons: [{ code: 'no-register' }] },
    ],
    readings: { front: { mrz: null, barcodes: [], ktp: verdict === 'ktp' ? KTP : null, text: [] }, back: null },
    recapture: isUsable ? [] : ['front'],
  };
}

function outcomeOf(failing: unknown): CheckResult {
  return failing === undefined ? 'clear' : 'consider';
}

function checkOf(name: DocumentCheck['name'], code: DocumentCheck['reasons'][number]['code'] | undefined) {
  return { name, outcome: outcomeOf(code), reasons: code === undefined ? [] : [{ code, side: 'front' as const }] };
}

function faceMatchingOf(selfie: string, reference: string): FaceMatching {
  if (selfie === 'unreadable') throw new UnreadablePictureError('not a picture');
  const base = { method: 'test', version: '1', probability: null };
  if (selfie === 'two-faces') {
    const message = 'Field errors: {face_detection=[Multiple faces in image.]}';
    return { ...base, facialSimilarity: null, checks: [], score: null, failReason: { type: 'upload_failed', message } };
  }
  const noFace = (
    [
      ['selfie', selfie],
      ['reference', reference],
    ] as const
  ).filter(([, verdict]) => verdict === 'no-face');
  if (noFace.length > 0) {
    const reasons = noFace.map(([picture]) => ({ code: 'no-face' as const, picture }));
    return {
      ...base,
      facialSimilarity: { result: 'consider', imageIntegrity: 'consider' },
      checks: [{ name: 'imageIntegrity', outcome: 'consider', reasons }],
      score: null,
      failReason: null,
    };
  }
  const isSame = selfie !== 'other-person' && reference !== 'other-person';
  const isLive = selfie !== 'not-live';
  const faceComparison = outcomeOf(isSame ? undefined : 'faces-differ');
  const visualAuthenticity = outcomeOf(isLive ? undefined : 'not-live');
  return {
    ...base,
    facialSimilarity: {
      result: isSame && isLive ? 'clear' : 'consider',
      imageIntegrity: 'clear',
      faceComparison,
      visualAuthenticity,
      similarityScore: isSame ? 'high' : 'low',
    },
    checks: [
      { name: 'imageIntegrity', outcome: 'clear', reasons: [] },
      {
        name: 'faceComparison',
        outcome: faceComparison,
        reasons: isSame ? [] : [{ code: 'faces-differ', picture: 'selfie' }],
      },
      { name: 'visualAuthenticity', outcome: visualAuthenticity, reasons: [] },
    ],
    score: isSame ? 0.9 : 0.1,
    failReason: null,
  };
}
