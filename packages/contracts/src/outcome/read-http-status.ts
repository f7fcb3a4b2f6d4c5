import { UNKNOWN_READING } from './read-word.ts';
import type { Said } from './said.ts';
import { reads, type WordReading } from './word-reading.ts';

const BY_STATUS: Readonly<Record<number, WordReading>> = {
  401: reads('errored', 'none', 'fix_integration', true, 'integration'),
  403: reads('errored', 'none', 'fix_integration', true, 'integration'),
  404: reads('unknown', 'none', 'new_session', true, 'not_specified'),
  408: reads(null, 'none', 'retry_later', false, 'timeout'),
  409: reads(null, 'none', 'wait_or_poll', false, 'integration'),
  410: reads('expired', 'none', 'new_session', true, 'timeout'),
  429: reads('errored', 'none', 'retry_later', false, 'quota_lockout'),
};

/** What a refused request says when the body has no word that is known. Source: RFC 9110, and our reading of it. */
export function saidStatus(httpStatus: number): Said {
  return { word: String(httpStatus), reading: readHttpStatus(httpStatus) };
}

function readHttpStatus(httpStatus: number): WordReading {
  if (httpStatus >= 500 && httpStatus <= 599) return reads('errored', 'none', 'retry_later', false, 'provider_system');
  const known = Object.hasOwn(BY_STATUS, httpStatus) ? BY_STATUS[httpStatus] : undefined;
  if (known !== undefined) return known;
  if (httpStatus >= 400 && httpStatus <= 499) return reads('errored', 'none', 'fix_integration', true, 'integration');
  return UNKNOWN_READING;
}
