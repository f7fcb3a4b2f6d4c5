// IDnow's sessions.
import { element, facts, quiet } from './dom.js';
import { attemptWords, deliveries } from './parts.js';

const TONES = { accepted: 'good', rejected: 'bad', ERROR: 'warn' };

export const sessions = {
  path: 'sessions',
  id: 'sessionId',
  one: 'session of IDnow',
  many: 'sessions',
  title: 'IDnow: sessions',
  columns: ['Time', 'Session', 'Flow', 'Environment', 'Outcome'],
  hint: 'Choose a session to see how it ended, and which events were delivered.',
  wait: 'They appear as soon as a partner’s server creates one.',
  cells: ({ flowId, environment }) => [flowId, environment],
  outcome({ status, outcome: word, reasonCode }) {
    const text = [word === 'NO_OUTCOME' ? null : word, reasonCode].filter(Boolean).join(' · ');
    return element('span', { className: TONES[word] ?? TONES[status] ?? 'quiet', textContent: text || status });
  },
  describe: ({ sessionId, status, verdict, retryAfterSeconds, attempts, events }) => [
    element('h3', { textContent: 'Session' }),
    facts([
      ['Session', element('code', { textContent: sessionId })],
      ['Status', status],
      ['Route', verdict],
      ['Locked out for', retryAfterSeconds && `${retryAfterSeconds} s`],
      ['Attempts', attemptWords(attempts)],
    ]),
    attempts.length === 0 ? quiet('Nothing was looked at.') : '',
    ...deliveries(events),
  ],
};
