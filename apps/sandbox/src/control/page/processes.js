// Assure's processes.
import { element, facts, quiet } from './dom.js';
import { checkList, deliveries, facesFacts, history, pictures } from './parts.js';

const TONES = { accepted: 'good', rejected: 'bad', inconclusive: 'warn', failed: 'warn' };

export const processes = {
  path: 'processes',
  id: 'processId',
  one: 'process',
  many: 'processes',
  title: 'Assure: processes',
  columns: ['Time', 'Dossier', 'Checks', 'In dossier', 'Outcome'],
  hint: 'Choose a process to see which checks were made, and which were not.',
  wait: 'They appear as soon as a partner’s server creates one.',
  nameOf: ({ dossierId }) => dossierId,
  cells: ({ processType, documentType, attempt }) => [
    [processType, documentType].filter(Boolean).join(', '),
    String(attempt),
  ],
  outcome: ({ status }) => element('span', { className: TONES[status] ?? 'quiet', textContent: status }),
  describe: (shown) => [
    element('h3', { textContent: 'Process' }),
    facts([
      ['Dossier', element('code', { textContent: shown.dossierId })],
      ['Process', element('code', { textContent: shown.processId })],
      ['Document', [shown.documentResult, shown.documentSubResult].filter(Boolean).join(', ')],
      ['Faces', [shown.faceResult, shown.similarityScore].filter(Boolean).join(', ')],
      ['Failed', shown.failReason && `${shown.failReason.type}: ${shown.failReason.message}`],
      ...facesFacts(shown.evidence?.faces),
      ['Took', shown.evidence && `${shown.evidence.durationMs} ms`],
    ]),
    shown.evidence === null ? quiet('Nothing was looked at yet.') : '',
    ...checkList('Checks of the document', shown.evidence?.document),
    ...checkList('Checks of the faces', shown.evidence?.faces),
    ...history(shown.timeline),
    ...deliveries(shown.callbacks),
    ...pictures(shown.documents),
  ],
};
