// OneKYC's submissions and the chosen one's details.
import { api, byId, element, facts, openingRow, percent, quiet, scriptedMark } from './dom.js';
import { checkList, deliveries, facesFacts, history, pictures } from './parts.js';

let chosen = null;

export async function showSubmissions() {
  const { submissions } = await api('submissions');
  byId('no-submissions').hidden = submissions.length > 0;
  byId('submissions').replaceChildren(...submissions.map(submissionRow));
  if (chosen !== null) await showDetail();
}

function outcome({ status, result, reasonCode }) {
  const text = [status, result, reasonCode].filter(Boolean).join(' · ');
  const tone = result === 'VALID' ? 'good' : result === 'INVALID' ? 'bad' : status === 'ERROR' ? 'warn' : 'quiet';
  return element('span', { className: tone, textContent: text });
}

function submissionRow(submission) {
  const result = element('span', {}, outcome(submission));
  if (submission.scripted) result.append(' ', scriptedMark(submission.scenario));
  return openingRow({
    at: submission.createdAt,
    name: submission.correlationId ?? submission.submissionId,
    cells: [submission.flow, `${submission.attempt} of ${submission.attemptsAllowed}`, result],
    isChosen: submission.submissionId === chosen,
    onOpen() {
      chosen = submission.submissionId;
      void showSubmissions();
    },
  });
}

async function showDetail() {
  const submission = await api(`submissions/${chosen}`).catch(() => null);
  if (submission === null) {
    chosen = null;
    byId('submission').replaceChildren(quiet('This submission was erased.'));
    return;
  }
  const { evidence } = submission;
  byId('submission').replaceChildren(
    element(
      'div',
      { className: 'row' },
      outcome(submission),
      submission.scripted ? scriptedMark(submission.scenario.name ?? 'custom') : '',
    ),
    element('h3', { textContent: 'Submission' }),
    facts([
      ['Id', element('code', { textContent: submission.submissionId })],
      ['Next action', submission.nextAction],
      ['Message', submission.errorMessage],
    ]),
    element('h3', { textContent: 'Evidence of the server' }),
    evidence === null ? quiet('Nothing was measured yet.') : facts(evidenceFacts(evidence)),
    ...checkList('Checks of the document', evidence?.document),
    ...history(submission.timeline),
    ...deliveries(submission.callbacks),
    ...pictures(submission.documents),
  );
}

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
