// Assure's processes and the chosen one's details.
import { api, byId, element, facts, openingRow, quiet, scriptedMark } from './dom.js';
import { checkList, deliveries, facesFacts, history, pictures } from './parts.js';

let chosen = null;

const TONES = { accepted: 'good', rejected: 'bad', inconclusive: 'warn', failed: 'warn' };

export async function showProcesses() {
  const { processes } = await api('processes');
  byId('no-processes').hidden = processes.length > 0;
  byId('processes').replaceChildren(...processes.map(processRow));
  if (chosen !== null) await showDetail();
}

const outcome = (status) => element('span', { className: TONES[status] ?? 'quiet', textContent: status });

function processRow(shown) {
  const result = element('span', {}, outcome(shown.status));
  if (shown.scripted) result.append(' ', scriptedMark(shown.scenario));
  return openingRow({
    at: shown.createdAt,
    name: shown.dossierId,
    cells: [[shown.processType, shown.documentType].filter(Boolean).join(', '), String(shown.attempt), result],
    isChosen: shown.processId === chosen,
    onOpen() {
      chosen = shown.processId;
      void showProcesses();
    },
  });
}

async function showDetail() {
  const shown = await api(`processes/${chosen}`).catch(() => null);
  if (shown === null) {
    chosen = null;
    byId('process').replaceChildren(quiet('This process was erased.'));
    return;
  }
  const { evidence } = shown;
  byId('process').replaceChildren(
    element(
      'div',
      { className: 'row' },
      outcome(shown.status),
      shown.scripted ? scriptedMark(shown.scenario.name ?? 'custom') : '',
    ),
    element('h3', { textContent: 'Process' }),
    facts([
      ['Dossier', element('code', { textContent: shown.dossierId })],
      ['Process', element('code', { textContent: shown.processId })],
      ['Document', [shown.documentResult, shown.documentSubResult].filter(Boolean).join(', ')],
      ['Faces', [shown.faceResult, shown.similarityScore].filter(Boolean).join(', ')],
      ['Failed', shown.failReason && `${shown.failReason.type}: ${shown.failReason.message}`],
      ...facesFacts(evidence?.faces),
      ['Took', evidence && `${evidence.durationMs} ms`],
    ]),
    evidence === null ? quiet('Nothing was looked at yet.') : '',
    ...checkList('Checks of the document', evidence?.document),
    ...checkList('Checks of the faces', evidence?.faces),
    ...history(shown.timeline),
    ...deliveries(shown.callbacks),
    ...pictures(shown.documents),
  );
}
