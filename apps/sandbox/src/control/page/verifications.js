// Mosaic's sessions.
import { element, facts, quiet } from './dom.js';
import { attemptWords, checkList, facesFacts, history, pictures } from './parts.js';

const TONES = { ALLOW: 'good', CHALLENGE: 'warn', DENY: 'bad', failed: 'warn' };

export const verifications = {
  path: 'verifications',
  id: 'sessionId',
  one: 'session of Mosaic',
  many: 'verifications',
  title: 'Mosaic: sessions',
  columns: ['Time', 'Session', 'Kind', 'Attempts', 'Outcome'],
  hint: 'Choose a session to see which checks were made, and which were not.',
  wait: 'They appear as soon as a partner’s server creates one.',
  cells: ({ kind, attempts }) => [kind, String(attempts)],
  outcome({ status, recommendation }) {
    const word = recommendation ?? status;
    return element('span', { className: TONES[word] ?? 'quiet', textContent: word });
  },
  describe: (shown) => [
    element('h3', { textContent: 'Session' }),
    facts([
      ['Session', element('code', { textContent: shown.sessionId })],
      ['Status', shown.status],
      ...Object.entries(shown.checks ?? {}).map(([name, check]) => [
        name,
        [check.recommendation, ...(check.reasons ?? [])].join(', '),
      ]),
      ['Attempts', attemptWords(shown.attempts)],
      ...facesFacts(shown.evidence?.faces),
      ['Kept until', new Date(shown.eraseAt).toLocaleString()],
    ]),
    shown.evidence === null ? quiet('Nothing was looked at yet.') : '',
    ...checkList('Checks of the document', shown.evidence?.document),
    ...history(shown.timeline),
    ...pictures(shown.documents),
  ],
};
