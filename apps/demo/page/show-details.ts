import type { AssureProcess } from '@bonafide/contracts/assure';
import type { SubmissionDetailsData } from '@bonafide/contracts/onekyc';
import { byId } from './by-id.ts';

type Row = readonly [term: string, text: string | undefined];

/** Shows what the partner's backend read of a check on OneKYC. */
export function showSubmission(details: SubmissionDetailsData): void {
  const accepted = details.status === 'COMPLETED' && details.result === 'VALID';
  const results = details.submissionDetails?.verificationResults;
  const liveness = results?.liveness;
  const evidence = liveness?.evidence;
  const ktp = details.submissionDetails?.ktpData;
  const validation = results?.referenceImageValidation?.ktp;
  show([details.status, details.result, details.reasonCode], accepted, [
    ['Submission', details.submissionId],
    ['KTP', validation && (validation.verificationResult ? 'accepted' : validation.verificationReasonCode)],
    ['NIK', ktp?.nik],
    ['Name', ktp?.name],
    ['Born', ktp?.dateOfBirth],
    ['Address', ktp && [ktp.address, ktp.town, ktp.district, ktp.city, ktp.province].filter(Boolean).join(', ')],
    ['Liveness', liveness && `${liveness.result ? 'passed' : 'not passed'} (${liveness.version})`],
    ['Score on the gateway', evidence && `${evidence.score.toFixed(3)} (${evidence.decision})`],
    ['Score on the page', evidence?.clientScore?.toFixed(3)],
    ['Injection suspicion', evidence?.injectionSuspicion?.toFixed(3)],
    [
      'Strongest reasons',
      evidence?.reasons
        ?.slice(0, 4)
        .map((reason) => `${reason.signal} ${reason.weight > 0 ? '+' : ''}${reason.weight.toFixed(2)}`)
        .join(', '),
    ],
    [
      'Face beside it',
      results?.faceMatch && `${results.faceMatch.result ? 'matches' : 'differs'}, score ${results.faceMatch.score}`,
    ],
  ]);
}

/** Shows what the partner's backend read of a check of a document and a face. */
export function showProcess(process: AssureProcess): void {
  const { documentVerification, facialSimilarity } = process.providerSpecific ?? {};
  const { finalResult, failReason } = process;
  show([process.status, failReason?.type], process.status === 'accepted', [
    ['Process', process.processId],
    ['Document', words(documentVerification, ['result', 'subResult', 'documentType'])],
    [
      'Checks of the document',
      words(documentVerification, [
        'dataConsistency',
        'dataValidation',
        'imageIntegrity',
        'visualAuthenticity',
        'ageValidation',
      ]),
    ],
    [
      'Face beside it',
      words(facialSimilarity, ['result', 'faceComparison', 'imageIntegrity', 'visualAuthenticity', 'similarityScore']),
    ],
    [
      'Person',
      finalResult && [finalResult.firstName, finalResult.lastName, finalResult.dateOfBirth].filter(Boolean).join(' '),
    ],
    ['Number', finalResult?.documentNumber],
    ['Why it failed', failReason?.message],
  ]);
}

/** Only what was said: a check that was not made has no word here. */
function words(said: object | undefined, names: readonly string[]): string | undefined {
  const found = said as Readonly<Record<string, string | undefined>> | undefined;
  const texts = names.flatMap((name) => (found?.[name] === undefined ? [] : [`${name} ${found[name]}`]));
  return texts.length === 0 ? undefined : texts.join(', ');
}

function show(verdict: readonly (string | null | undefined)[], isGood: boolean, rows: readonly Row[]): void {
  const line = byId('details-verdict', HTMLElement);
  line.textContent = verdict.filter(Boolean).join(' · ');
  line.className = `verdict ${isGood ? 'good' : 'bad'}`;
  byId('details-list', HTMLElement).replaceChildren(
    ...rows.flatMap(([term, text]) => {
      if (!text) return [];
      const dt = document.createElement('dt');
      dt.textContent = term;
      const dd = document.createElement('dd');
      dd.textContent = text;
      return [dt, dd];
    }),
  );
  byId('details', HTMLElement).hidden = false;
}
