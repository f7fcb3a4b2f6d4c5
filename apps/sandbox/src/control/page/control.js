// The control page: reads the control interface and follows its event stream.
import { showClients } from './clients.js';
import { byId, clockTime, element } from './dom.js';
import { logins } from './logins.js';
import { createPanel } from './panel.js';
import { processes } from './processes.js';
import { sessions } from './sessions.js';
import { submissions } from './submissions.js';
import { verifications } from './verifications.js';

const EVENTS_SHOWN = 100;

function showEvent(event) {
  const tone = event.status === 0 || event.status >= 500 ? 'bad' : event.status >= 400 ? 'warn' : 'good';
  const answer = element('td', {}, element('span', { className: tone, textContent: event.status || 'none' }));
  if (event.reason !== null) answer.append(element('span', { className: 'quiet', textContent: ` ${event.reason}` }));
  if (event.scripted) answer.append(' ', element('span', { className: 'pill warn', textContent: 'scripted' }));
  const row = element(
    'tr',
    {
      title: Object.entries(event.headers)
        .map(([name, value]) => `${name}: ${value}`)
        .join('\n'),
    },
    element('td', { textContent: clockTime(event.at) }),
    element('td', { textContent: event.direction === 'inbound' ? 'to gateway' : 'to partner' }),
    element('td', { textContent: event.operation }),
    answer,
    element('td', { textContent: `${event.durationMs} ms` }),
    element('td', { className: 'mono', textContent: event.correlationId ?? '' }),
  );
  const list = byId('events');
  list.prepend(row);
  while (list.rows.length > EVENTS_SHOWN) list.lastElementChild.remove();
}

const panels = [submissions, processes, verifications, sessions, logins].map(createPanel);
const showChecks = () => Promise.all(panels.map((show) => show()));

let refresh = 0;
function refreshSoon() {
  clearTimeout(refresh);
  refresh = setTimeout(() => void Promise.all([showChecks(), showClients()]), 200);
}

function follow() {
  const source = new EventSource('api/events');
  const connection = byId('connection');
  source.addEventListener('open', () => {
    connection.textContent = 'live';
    connection.className = 'pill good';
  });
  source.addEventListener('error', () => {
    connection.textContent = 'reconnecting';
    connection.className = 'pill warn';
  });
  source.addEventListener('exchange', ({ data }) => {
    showEvent(JSON.parse(data));
    refreshSoon();
  });
}

byId('onekyc-base').textContent = `${location.origin}/onekyc`;
byId('assure-base').textContent = location.origin;
byId('mosaic-base').textContent = `${location.origin}/mosaic`;
byId('idnow-base').textContent = `${location.origin}/idnow`;
byId('face-oidc-base').textContent = `${location.origin}/face-oidc`;
await Promise.all([showClients(), showChecks()]);
follow();
// Processing ends without a request of its own when no callback is configured.
setInterval(() => void showChecks(), 3000);
