// Mosaic's sessions and the chosen one's details.
import { api, byId, element, facts, openingRow, quiet, scriptedMark } from './dom.js';
import { attemptWords, checkList, facesFacts, history, pictures } from './parts.js';

let chosen = null;

const TONES = { ALLOW: 'good', CHALLENGE: 'warn', DENY: 'bad', failed: 'warn' };

export async function showVerifications() {
  const { verifications } = await api('verifications');
  byId('no-verifications').hidden = verifications.length > 0;
  byId('verifications').replaceChildren(...verifications.map(sessionRow));
  if (chosen !== null) await showDetail();
}

function outcome({ status, recommendation }) {
  const word = recommendation ?? status;
  return element('span', { className: TONES[word] ?? 'quiet', textContent: word });
}

function sessionRow(shown) {
  const result = element('span', {}, outcome(shown));
  if (shown.scripted) result.append(' ', scriptedMark(shown.scenario));
  return openingRow({
    at: shown.createdAt,
    name: shown.sessionId,
    cells: [shown.kind, String(shown.attempts), result],
    isChosen: shown.sessionId === chosen,
    onOpen() {
      chosen = shown.sessionId;
      void showVerifications();
    },
  });
}

async function showDetail() {
  const shown = await api(`verifications/${chosen}`).catch(() => null);
  if (shown === null) {
    chosen = null;
    byId('verification').replaceChildren(quiet('This session was erased.'));
    return;
  }
  const { evidence } = shown;
  byId('verification').replaceChildren(
    element(
      'div',
      { className: 'row' },
      outcome(shown),
      shown.scripted ? scriptedMark(shown.scenario.name ?? 'custom') : '',
    ),
    element('h3', { textContent: 'Session' }),
    facts([
      ['Session', element('code', { textContent: shown.sessionId })],
      ['Status', shown.status],
      ...Object.entries(shown.checks ?? {}).map(([name, check]) => [
        name,
        [check.recommendation, ...(check.reasons ?? [])].join(', '),
      ]),
      ['Attempts', attemptWords(shown.attempts)],
      ...facesFacts(evidence?.faces),
      ['Kept until', new Date(shown.eraseAt).toLocaleString()],
    ]),
    evidence === null ? quiet('Nothing was looked at yet.') : '',
    ...checkList('Checks of the document', evidence?.document),
    ...history(shown.timeline),
    ...pictures(shown.documents),
  );
}
