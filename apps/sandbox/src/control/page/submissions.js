// OneKYC's submissions.
import { element, facts, percent, quiet } from './dom.js';
import { checkList, deliveries, facesFacts, history, pictures } from './parts.js';

export const submissions = {
  path: 'submissions',
  id: 'submissionId',
  one: 'submission',
  many: 'submissions',
  title: 'OneKYC: submissions',
  columns: ['Time', 'Correlation id', 'Flow', 'Attempt', 'Outcome'],
  hint: 'Choose a submission to see its history and evidence.',
  wait: 'They appear as soon as a capture asks for an upload address.',
  nameOf: ({ correlationId }) => correlationId,
  cells: ({ flow, attempt, attemptsAllowed }) => [flow, `${attempt} of ${attemptsAllowed}`],
  outcome({ status, result, reasonCode }) {
    const text = [status, result, reasonCode].filter(Boolean).join(' · ');
    const tone = result === 'VALID' ? 'good' : result === 'INVALID' ? 'bad' : status === 'ERROR' ? 'warn' : 'quiet';
    return element('span', { className: tone, textContent: text });
  },
  describe: (submission) => [
    element('h3', { textContent: 'Submission' }),
    facts([
      ['Id', element('code', { textContent: submission.submissionId })],
      ['Next action', submission.nextAction],
      ['Message', submission.errorMessage],
    ]),
    element('h3', { textContent: 'Evidence of the server' }),
    submission.evidence === null ? quiet('Nothing was measured yet.') : facts(evidenceFacts(submission.evidence)),
    ...checkList('Checks of the document', submission.evidence?.document),
    ...history(submission.timeline),
    ...deliveries(submission.callbacks),
    ...pictures(submission.documents),
  ],
};

function evidenceFacts(evidence) {
  const { liveness, conclusion, quality, faceMatch, picture } = evidence;
  return [
    ['Picture', picture && `${picture.width} × ${picture.height}`],
    ['Faces', evidence.faceCount],
    ['Quality', quality && `${percent(quality.score)} ${quality.problems.join(', ')}`],
    ['Liveness', liveness && `${percent(liveness.score)} ${liveness.decision}`],
    ['Concluded', conclusion && `${conclusion.isLive ? 'live' : 'not live'}, by ${conclusion.basis}`],
    ['Browser claimed', evidence.clientScore !== null && percent(evidence.clientScore)],
    ['Disagreements', evidence.disagreements.join(', ')],
    [
      'Reasons',
      liveness &&
        liveness.reasons
          .slice(0, 5)
          .map(({ signal, weight }) => `${signal} ${weight.toFixed(2)}`)
          .join(', '),
    ],
    ['Injection', liveness && percent(liveness.injectionSuspicion)],
    ['Compared with', [evidence.reference, evidence.referenceReason].filter(Boolean).join(': ')],
    ['Face match', faceMatch && (faceMatch.result === null ? 'unsure' : faceMatch.result ? 'same' : 'different')],
    ...facesFacts(evidence.faces),
    ['Took', `${evidence.durationMs} ms`],
  ].map(([term, value]) => [term, value === false ? null : value]);
}
