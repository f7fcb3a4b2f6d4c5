// What the details of a submission and of a process have in common: checks, history, pictures, deliveries.
import { clockTime, element, facts, percent, quiet } from './dom.js';

const TONES = { clear: 'good', consider: 'bad', 'not-made': 'quiet' };

/** Every check with what it came to; one that was not made says so, and why. */
export function checkList(title, record) {
  if (record === null || record === undefined) return [];
  return [
    element('h3', { textContent: title }),
    record.checks.length === 0
      ? quiet('No check was made.')
      : element('ul', { className: 'checks' }, ...record.checks.map(checkItem)),
  ];
}

function checkItem({ name, outcome, reasons }) {
  const why = reasons.map(({ code, side, picture, field }) => [code, side ?? picture, field].filter(Boolean).join(' '));
  return element(
    'li',
    {},
    element('span', { className: `pill ${TONES[outcome] ?? 'warn'}`, textContent: outcome.replace('-', ' ') }),
    ` ${name}`,
    element('span', { className: 'quiet', textContent: why.length === 0 ? '' : ` ${why.join(', ')}` }),
  );
}

export function facesFacts(faces) {
  if (faces === null || faces === undefined) return [];
  return [
    ['Face score', faces.score !== null && percent(faces.score)],
    ['Same person', faces.probability !== null && percent(faces.probability)],
    ['Compared by', faces.matcher],
  ].map(([term, value]) => [term, value === false ? null : value]);
}

/** How each attempt on a hosted page went, oldest first. */
export const attemptWords = (attempts) =>
  attempts.map(({ outcome, cause }) => cause ?? outcome ?? 'at work').join(', ');

export const attemptCount = (attempts) => `${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}`;

export function history(timeline) {
  return [element('h3', { textContent: 'History' }), element('ol', {}, ...timeline.map(timelineItem))];
}

function timelineItem({ at, kind, detail }) {
  const more = Object.entries(detail)
    .filter(([, value]) => value !== null && value !== false)
    .map(([key, value]) => `${key} ${value}`)
    .join(', ');
  return element(
    'li',
    {},
    element('span', { className: 'quiet', textContent: `${clockTime(at)} ` }),
    element('strong', { textContent: kind }),
    element('span', { className: 'quiet', textContent: more === '' ? '' : ` ${more}` }),
  );
}

export function deliveries(callbacks) {
  if (callbacks.length === 0) return [];
  const entries = callbacks.map(({ state, attempts, lastStatus, lastError }) => [
    state.toLowerCase(),
    [attemptCount(attempts), lastStatus, lastError].filter(Boolean).join(', '),
  ]);
  return [element('h3', { textContent: 'Announced to the partner' }), facts(entries)];
}

export function pictures(documents) {
  return documents.flatMap(({ documentType, status, bytes, url, erasedAt, keptFromLastAttempt }) => {
    const state =
      erasedAt !== null ? 'erased' : bytes === null ? 'not uploaded' : `${Math.ceil(bytes / 1024)} KB, ${status}`;
    const kept = keptFromLastAttempt ? ', kept from the last attempt' : '';
    const title = element('h3', { textContent: `${documentType}: ${state}${kept}` });
    if (url === null) return [title];
    return [title, element('img', { className: 'picture', src: url, alt: `Uploaded ${documentType.toLowerCase()}` })];
  });
}
