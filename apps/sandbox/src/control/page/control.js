// The control page: reads the control interface and follows its event stream. Every text goes in as text.

const byId = (id) => document.getElementById(id);
const EVENTS_SHOWN = 100;
let chosen = null;

function element(tag, properties = {}, ...children) {
  const node = Object.assign(document.createElement(tag), properties);
  node.append(...children.filter((child) => child !== null));
  return node;
}

async function api(path, options) {
  const response = await fetch(`api/${path}`, options);
  if (!response.ok) throw new Error((await response.json()).error ?? `status ${response.status}`);
  return response.json();
}

const clockTime = (text) => new Date(text).toLocaleTimeString([], { hour12: false });

function facts(entries) {
  const list = element('dl');
  for (const [term, value] of entries) {
    if (value === null || value === undefined || value === '') continue;
    list.append(element('dt', { textContent: term }), element('dd', {}, value instanceof Node ? value : String(value)));
  }
  return list;
}

function outcome({ status, result, reasonCode }) {
  const text = [status, result, reasonCode].filter(Boolean).join(' · ');
  const tone = result === 'VALID' ? 'good' : result === 'INVALID' ? 'bad' : status === 'ERROR' ? 'warn' : 'quiet';
  return element('span', { className: tone, textContent: text });
}

const scriptedMark = (name) => element('span', { className: 'pill warn', textContent: `scripted: ${name}` });

async function showClients() {
  const { clients, scenarios } = await api('clients');
  byId('clients').replaceChildren(...clients.map((client) => clientCard(client, scenarios)));
}

function clientCard(client, scenarios) {
  const select = element('select', { ariaLabel: `Next scenario of ${client.clientId}` });
  for (const name of Object.keys(scenarios)) select.append(element('option', { value: name, textContent: name }));
  const endpoint = `clients/${encodeURIComponent(client.clientId)}/scenario`;
  const set = element('button', { className: 'primary', textContent: 'Use for the next flow' });
  set.addEventListener('click', () => change(endpoint, { method: 'PUT', body: select.value }));
  const clear = element('button', { textContent: 'Clear', disabled: client.nextScenario === null });
  clear.addEventListener('click', () => change(endpoint, { method: 'DELETE' }));
  const callback = client.callbackDisabled
    ? 'disabled: the endpoint answered 410'
    : client.hasCallback
      ? client.signsCallbacks
        ? 'signed'
        : 'not signed'
      : 'none';
  return element(
    'article',
    { className: 'card' },
    element('strong', { textContent: client.clientId }),
    facts([
      ['Onboarding partners', client.onboardingPartners.join(', ')],
      ['Callbacks', callback],
      ['Reference image', client.hasReferenceImage ? 'asked for at the partner' : 'only from initiate-flow'],
      [
        'Next flow',
        client.nextScenario === null ? 'real processing' : scriptedMark(client.nextScenario.name ?? 'custom'),
      ],
    ]),
    element('div', { className: 'row' }, select, set, clear),
  );
}

async function change(endpoint, options) {
  await api(endpoint, options);
  await showClients();
}

async function showSubmissions() {
  const { submissions } = await api('submissions');
  byId('no-submissions').hidden = submissions.length > 0;
  byId('submissions').replaceChildren(...submissions.map(submissionRow));
  if (chosen !== null) await showDetail();
}

function submissionRow(submission) {
  const open = element('button', {
    className: 'link mono',
    type: 'button',
    textContent: submission.correlationId ?? submission.submissionId,
    title: submission.correlationId ?? submission.submissionId,
  });
  open.addEventListener('click', () => {
    chosen = submission.submissionId;
    void showSubmissions();
  });
  const result = element('td', {}, outcome(submission));
  if (submission.scripted) result.append(' ', scriptedMark(submission.scenario));
  const row = element(
    'tr',
    {},
    element('td', { textContent: clockTime(submission.createdAt) }),
    element('td', {}, open),
    element('td', { textContent: submission.flow }),
    element('td', { textContent: `${submission.attempt} of ${submission.attemptsAllowed}` }),
    result,
  );
  if (submission.submissionId === chosen) row.ariaCurrent = 'true';
  return row;
}

async function showDetail() {
  const submission = await api(`submissions/${chosen}`).catch(() => null);
  if (submission === null) {
    chosen = null;
    byId('detail').replaceChildren(element('p', { className: 'quiet', textContent: 'This submission was erased.' }));
    return;
  }
  const { evidence } = submission;
  byId('detail').replaceChildren(
    element(
      'div',
      { className: 'row' },
      outcome(submission),
      submission.scripted ? scriptedMark(submission.scenario.name ?? 'custom') : null,
    ),
    element('h3', { textContent: 'Submission' }),
    facts([
      ['Id', element('code', { textContent: submission.submissionId })],
      ['Next action', submission.nextAction],
      ['Message', submission.errorMessage],
    ]),
    element('h3', { textContent: 'Evidence of the server' }),
    evidence === null
      ? element('p', { className: 'quiet', textContent: 'Nothing was measured yet.' })
      : facts(evidenceFacts(evidence)),
    element('h3', { textContent: 'History' }),
    element('ol', {}, ...submission.timeline.map(timelineItem)),
    ...submission.documents.flatMap(documentView),
  );
}

function evidenceFacts(evidence) {
  const { liveness, conclusion, quality, faceMatch, picture } = evidence;
  const percent = (share) => `${(share * 100).toFixed(1)} %`;
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
    ['Reference', [evidence.reference, evidence.referenceReason].filter(Boolean).join(': ')],
    ['Face match', faceMatch && `${percent(faceMatch.score)} ${faceMatch.result ? 'same' : 'different'}`],
    ['Took', `${evidence.durationMs} ms`],
  ].map(([term, value]) => [term, value === false ? null : value]);
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

function documentView({ documentType, status, bytes, url, erasedAt }) {
  const state =
    erasedAt !== null ? 'erased' : bytes === null ? 'not uploaded' : `${Math.ceil(bytes / 1024)} KB, ${status}`;
  const title = element('h3', { textContent: `${documentType}: ${state}` });
  if (url === null) return [title];
  return [title, element('img', { className: 'picture', src: url, alt: `Uploaded ${documentType.toLowerCase()}` })];
}

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

let refresh = 0;
function refreshSoon() {
  clearTimeout(refresh);
  refresh = setTimeout(() => void Promise.all([showSubmissions(), showClients()]), 200);
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

byId('base').textContent = `${location.origin}/onekyc`;
await Promise.all([showClients(), showSubmissions()]);
follow();
// Processing ends without a request of its own when no callback is configured.
setInterval(() => void showSubmissions(), 3000);
