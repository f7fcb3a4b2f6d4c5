// IDnow's sessions and the chosen one's details.
import { api, byId, element, facts, openingRow, quiet, scriptedMark } from './dom.js';
import { attemptWords, deliveries } from './parts.js';

let chosen = null;

const TONES = { accepted: 'good', rejected: 'bad', ERROR: 'warn' };

export async function showSessions() {
  const { sessions } = await api('sessions');
  byId('no-sessions').hidden = sessions.length > 0;
  byId('sessions').replaceChildren(...sessions.map(sessionRow));
  if (chosen !== null) await showDetail();
}

function outcome({ status, outcome: word, reasonCode }) {
  const text = [word === 'NO_OUTCOME' ? null : word, reasonCode].filter(Boolean).join(' · ');
  return element('span', { className: TONES[word] ?? TONES[status] ?? 'quiet', textContent: text || status });
}

function sessionRow(shown) {
  const result = element('span', {}, outcome(shown));
  if (shown.scripted) result.append(' ', scriptedMark(shown.scenario));
  return openingRow({
    at: shown.createdAt,
    name: shown.sessionId,
    cells: [shown.flowId, shown.environment, result],
    isChosen: shown.sessionId === chosen,
    onOpen() {
      chosen = shown.sessionId;
      void showSessions();
    },
  });
}

async function showDetail() {
  const shown = await api(`sessions/${chosen}`).catch(() => null);
  if (shown === null) {
    chosen = null;
    byId('session').replaceChildren(quiet('This session was erased.'));
    return;
  }
  const { session } = shown;
  const more = session['x-bonafide'] ?? {};
  byId('session').replaceChildren(
    element(
      'div',
      { className: 'row' },
      outcome({ status: session.sessionStatus, outcome: session.outcome, reasonCode: more.reasonCode }),
      more.scripted ? scriptedMark(shown.scenario.name ?? 'custom') : '',
    ),
    element('h3', { textContent: 'Session' }),
    facts([
      ['Session', element('code', { textContent: session.sessionId })],
      ['Status', session.sessionStatus],
      ['Route', session.lastStep?.verdict],
      ['Locked out for', more.retryAfterSeconds && `${more.retryAfterSeconds} s`],
      ['Attempts', attemptWords(shown.attempts)],
    ]),
    shown.attempts.length === 0 ? quiet('Nothing was looked at.') : '',
    ...deliveries(shown.events),
  );
}
