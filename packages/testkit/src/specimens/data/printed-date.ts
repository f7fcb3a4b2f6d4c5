const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'] as const;

/** `2034-06-01` as `01 JUN 2034`, as travel documents print it. */
export function printedDate(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${day} ${MONTHS[Number(month) - 1] ?? ''} ${year}`;
}

/** `2034-06-01` as `01-06-2034`. */
export function dayFirstDate(date: string, separator: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return [day, month, year].join(separator);
}
