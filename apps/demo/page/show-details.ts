import type { SubmissionDetailsData } from '@bonafide/contracts/onekyc';

/** Shows what the partner's backend read from the gateway. */
export function showDetails(details: SubmissionDetailsData): void {
  const panel = document.getElementById('details');
  const verdict = document.getElementById('details-verdict');
  const list = document.getElementById('details-list');
  if (!panel || !verdict || !list) return;
  const accepted = details.status === 'COMPLETED' && details.result === 'VALID';
  verdict.textContent = `${details.status}${details.result ? ` · ${details.result}` : ''}${details.reasonCode ? ` · ${details.reasonCode}` : ''}`;
  verdict.className = `verdict ${accepted ? 'good' : 'bad'}`;
  const results = details.submissionDetails?.verificationResults;
  const liveness = results?.liveness;
  const evidence = liveness?.evidence;
  const rows: [string, string | undefined][] = [
    ['Submission', details.submissionId],
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
      'Reference picture',
      results?.faceMatch && `${results.faceMatch.result ? 'matches' : 'differs'}, score ${results.faceMatch.score}`,
    ],
  ];
  list.replaceChildren(
    ...rows.flatMap(([term, text]) => {
      if (!text) return [];
      const dt = document.createElement('dt');
      dt.textContent = term;
      const dd = document.createElement('dd');
      dd.textContent = text;
      return [dt, dd];
    }),
  );
  panel.hidden = false;
}
