// Logins of the face bridge and the chosen one's details.
import { api, byId, element, facts, openingRow, quiet, scriptedMark } from './dom.js';
import { attemptWords, facesFacts, history } from './parts.js';

let chosen = null;

const TONES = { passed: 'good', denied: 'bad', failed: 'warn' };

export async function showLogins() {
  const { logins } = await api('logins');
  byId('no-logins').hidden = logins.length > 0;
  byId('logins').replaceChildren(...logins.map(loginRow));
  if (chosen !== null) await showDetail();
}

const outcome = ({ state }) => element('span', { className: TONES[state] ?? 'quiet', textContent: state });

function loginRow(shown) {
  const result = element('span', {}, outcome(shown));
  if (shown.scripted) result.append(' ', scriptedMark(shown.scenario));
  return openingRow({
    at: shown.createdAt,
    name: shown.loginId,
    cells: [shown.reference, String(shown.attempts), result],
    isChosen: shown.loginId === chosen,
    onOpen() {
      chosen = shown.loginId;
      void showLogins();
    },
  });
}

async function showDetail() {
  const shown = await api(`logins/${chosen}`).catch(() => null);
  if (shown === null) {
    chosen = null;
    byId('login').replaceChildren(quiet('This login was erased.'));
    return;
  }
  byId('login').replaceChildren(
    element(
      'div',
      { className: 'row' },
      outcome(shown),
      shown.scripted ? scriptedMark(shown.scenario.name ?? 'custom') : '',
    ),
    element('h3', { textContent: 'Login' }),
    facts([
      ['Subject', element('code', { textContent: shown.loginId })],
      ['Scope', shown.scope],
      ['Channel', shown.channel],
      ['Attempts', attemptWords(shown.attempts)],
      ...facesFacts(shown.evidence?.faces),
      ['Kept until', new Date(shown.eraseAt).toLocaleString()],
    ]),
    ...history(shown.timeline),
  );
}
