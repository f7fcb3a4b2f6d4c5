// Logins of the face bridge.
import { element, facts } from './dom.js';
import { attemptWords, facesFacts, history } from './parts.js';

const TONES = { passed: 'good', denied: 'bad', failed: 'warn' };

export const logins = {
  path: 'logins',
  id: 'loginId',
  one: 'login',
  many: 'logins',
  title: 'Face bridge: logins',
  columns: ['Time', 'Subject', 'Compared with', 'Attempts', 'Outcome'],
  hint: 'Choose a login to see its attempts.',
  wait: 'They appear as soon as a relying party sends a person.',
  cells: ({ reference, attempts }) => [reference, String(attempts)],
  outcome: ({ state }) => element('span', { className: TONES[state] ?? 'quiet', textContent: state }),
  describe: (shown) => [
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
  ],
};
