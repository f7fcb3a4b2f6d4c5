import { DOCUMENT_GUIDANCE_CODES, ERROR_CODES, GUIDANCE_CODES } from '@bonafide/contracts/codes';
import type { ErrorCodeEntry, GuidanceCodeEntry } from '@bonafide/contracts/codes';
import { registeredMessages } from './messages.ts';
import { codeOf, htmlTable, inline } from '../html-table.ts';

const { errors, guidance, documentGuidance } = registeredMessages;

/** Every error code of the registry, with the words that a person sees. */
export function errorTable(): string {
  const entries: [string, ErrorCodeEntry][] = Object.entries(ERROR_CODES);
  return htmlTable(
    ['Code', 'What the person reads', 'Retry', 'Next', 'In whose hands'],
    entries.map(([code, { retryable, userAction, blame }]) => [
      codeOf(code),
      inline(errors(code)),
      retryable ? 'yes' : 'no',
      codeOf(userAction),
      blame,
    ]),
    entries.map(([code]) => code),
  );
}

function guidanceRows(
  entries: readonly [string, GuidanceCodeEntry][],
  wordsOf: (code: string) => string,
  prefix: string,
): string {
  return htmlTable(
    ['Code', 'What the person reads', 'Kind', 'Priority', 'Shown at least'],
    entries.map(([code, { severity, priority, minimumDisplayMs }]) => [
      codeOf(code),
      inline(wordsOf(code)),
      severity,
      String(priority),
      `${minimumDisplayMs} ms`,
    ]),
    entries.map(([code]) => `${prefix}${code}`),
  );
}

export const guidanceTable = (): string => guidanceRows(Object.entries(GUIDANCE_CODES), guidance, 'face-');

export const documentGuidanceTable = (): string =>
  guidanceRows(Object.entries(DOCUMENT_GUIDANCE_CODES), documentGuidance, 'document-');
