/**
 * `YYMMDD` of a zone → `YYYY-MM-DD`; null when it is no date of the calendar (also one with unknown parts, `<<`).
 *
 * A zone has two digits for the year. Somebody was born in the last hundred years before `at`; a document expires in the
 * century that lies nearest, from fifty years before `at` to fifty after.
 */
export function parseMrzDate(text: string, kind: 'birth' | 'expiry', at: Date): string | null {
  if (!/^\d{6}$/.test(text)) return null;
  const [year, month, day] = [0, 2, 4].map((from) => Number(text.slice(from, from + 2))) as [number, number, number];
  const now = at.getUTCFullYear();
  const century = now - (now % 100);
  let full = century + year;
  if (kind === 'birth') {
    if (Date.UTC(full, month - 1, day) > at.getTime()) full -= 100;
  } else if (full > now + 50) full -= 100;
  else if (full < now - 50) full += 100;
  const date = new Date(Date.UTC(full, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

/** `YYYY-MM-DD` → `YYMMDD`; null, a date that is not known, is all filler. Throws `TypeError` on another form. */
export function formatMrzDate(date: string | null): string {
  if (date === null) return '<<<<<<';
  const [, year, month, day] = /^\d\d(\d\d)-(\d\d)-(\d\d)$/.exec(date) ?? [];
  if (year === undefined || month === undefined || day === undefined) throw new TypeError('a date is YYYY-MM-DD');
  return year + month + day;
}
