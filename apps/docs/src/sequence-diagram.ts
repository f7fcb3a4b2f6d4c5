// The repository's diagrams are Mermaid's sequence diagrams. They are written out as an ordered list: it can be read on a
// phone and aloud, and needs neither a script of 3 MB nor inline styles, which a strict policy forbids.
import { escapeHtml } from './escape-html.ts';

const MESSAGE = /^(\w+)(--?>>)(\w+):\s*(.*)$/;
const PARTICIPANT = /^(?:actor|participant) (\w+)(?: as (.*))?$/;
const OPENING = /^(alt|opt|loop)\s*(.*)$/;

const OPENING_WORD: Readonly<Record<string, string>> = { alt: 'Either', opt: 'Maybe', loop: 'Again and again' };

/** A Mermaid sequence diagram as HTML. Throws on a line that it does not know, so that nothing is left out unseen. */
export function renderSequence(source: string): string {
  const names = new Map<string, string>();
  const nameOf = (id = ''): string => escapeHtml(names.get(id) ?? id);
  let html = '';
  for (const line of source.split('\n').map((each) => each.trim())) {
    const message = MESSAGE.exec(line);
    const participant = PARTICIPANT.exec(line);
    const opening = OPENING.exec(line);
    if (message) {
      const [, from, arrow, to, text = ''] = message;
      const way =
        from === to
          ? `<span class="actor">${nameOf(from)}</span>`
          : `<span class="actor">${nameOf(from)}</span> <span class="arrow">→<span class="unseen"> to </span></span> <span class="actor">${nameOf(to)}</span>`;
      html += `<li class="${arrow === '-->>' ? 'answer' : 'call'}"><span class="way">${way}</span> <span class="what">${escapeHtml(text)}</span></li>\n`;
    } else if (participant) {
      names.set(participant[1] ?? '', participant[2] ?? participant[1] ?? '');
    } else if (opening) {
      html += openBlock(OPENING_WORD[opening[1] ?? ''] ?? '', opening[2] ?? '');
    } else if (/^else\b/.test(line)) {
      html += `</ol></li>\n${openBlock('Or', line.slice(4).trim())}`;
    } else if (line === 'end') {
      html += '</ol></li>\n';
    } else if (line.startsWith('Note ')) {
      html += `<li class="note">${escapeHtml(line.slice(line.indexOf(':') + 1).trim())}</li>\n`;
    } else if (line !== '' && line !== 'sequenceDiagram' && line !== 'autonumber') {
      throw new Error(`a sequence diagram has a line that is not known here: ${line}`);
    }
  }
  return `<ol class="sequence">\n${html}</ol>\n`;
}

function openBlock(word: string, condition: string): string {
  const rest = condition === '' ? '' : ` ${escapeHtml(condition)}`;
  return `<li class="block"><span class="condition"><b>${word}</b>${rest}</span><ol>\n`;
}
