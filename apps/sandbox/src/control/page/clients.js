// The clients and what is armed for each.
import { api, byId, element, facts, scriptedMark } from './dom.js';

export async function showClients() {
  const { clients, scenarios } = await api('clients');
  byId('clients').replaceChildren(...clients.map((client) => clientCard(client, scenarios)));
}

function clientCard(client, scenarios) {
  const select = element('select', { ariaLabel: `Next scenario of ${client.clientId}` });
  for (const name of Object.keys(scenarios)) select.append(element('option', { value: name, textContent: name }));
  const endpoint = `clients/${encodeURIComponent(client.clientId)}/scenario`;
  const set = element('button', { className: 'primary', textContent: 'Use for the next check' });
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
      ['Minimum age', client.minimumAgeYears === null ? 'not checked' : `${client.minimumAgeYears} years`],
      [
        'Next check',
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
