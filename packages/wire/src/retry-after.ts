const DAY_MS = 86_400_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** The three forms of a date that RFC 9110 §5.6.7 makes a recipient accept; all are in UTC. */
const IMF_FIXDATE =
  /^[A-Z][a-z]{2}, (?<day>\d{2}) (?<month>[A-Z][a-z]{2}) (?<year>\d{4}) (?<time>\d{2}:\d{2}:\d{2}) GMT$/;
const RFC_850 =
  /^[A-Z][a-z]{5,8}, (?<day>\d{2})-(?<month>[A-Z][a-z]{2})-(?<year>\d{2}) (?<time>\d{2}:\d{2}:\d{2}) GMT$/;
const ASCTIME = /^[A-Z][a-z]{2} (?<month>[A-Z][a-z]{2}) (?<day>[ \d]\d) (?<time>\d{2}:\d{2}:\d{2}) (?<year>\d{4})$/;

/**
 * Reads a `Retry-After` header: whole seconds or an HTTP date. Strict: whatever else it holds, it holds nothing.
 *
 * @param epochNowMs The wall clock, which a date is compared with.
 * @param maxMs Longest wait that is believed. Default: a day.
 * @returns Milliseconds to wait, 0–`maxMs`, or undefined.
 */
export function parseRetryAfter(
  value: string | null | undefined,
  epochNowMs: number,
  maxMs = DAY_MS,
): number | undefined {
  const text = value?.trim();
  if (!text) return undefined;
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1000, maxMs);
  const dateMs = parseHttpDate(text, epochNowMs);
  return dateMs === undefined ? undefined : Math.min(Math.max(0, dateMs - epochNowMs), maxMs);
}

function parseHttpDate(text: string, epochNowMs: number): number | undefined {
  const parts = (IMF_FIXDATE.exec(text) ?? RFC_850.exec(text) ?? ASCTIME.exec(text))?.groups;
  if (parts === undefined) return undefined;
  const month = MONTHS.findIndex((name) => name === parts['month']);
  const day = Number(parts['day']);
  const [hour = Number.NaN, minute = Number.NaN, second = Number.NaN] = (parts['time'] ?? '').split(':').map(Number);
  if (month < 0 || day < 1 || hour > 23 || minute > 59 || second > 60) return undefined;
  const year = fullYear(parts['year'] ?? '', epochNowMs);
  const date = Date.UTC(year, month, day, hour, minute, second);
  // 31 February would roll over into March.
  return new Date(Date.UTC(year, month, day)).getUTCDate() === day ? date : undefined;
}

/** A two-digit year that seems more than 50 years ahead is in the past (RFC 9110 §5.6.7). */
function fullYear(digits: string, epochNowMs: number): number {
  if (digits.length === 4) return Number(digits);
  const thisYear = new Date(epochNowMs).getUTCFullYear();
  const year = thisYear - (thisYear % 100) + Number(digits);
  return year > thisYear + 50 ? year - 100 : year;
}
