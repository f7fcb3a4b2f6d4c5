import type { Score } from './score-readings.ts';

export interface ReportRow {
  readonly source: string;
  readonly system: string;
  readonly score: Score;
}

const percent = (share: number): string => `${(share * 100).toFixed(2)} %`;

export function presentReport(rows: readonly ReportRow[], bytes: readonly (readonly [string, number])[]): string {
  return [
    '| source | system | n | check digits hold | exact | valid | characters wrong | misread, digits hold | misread, valid | CPU ms, median | p95 |',
    '|---|---|---|---|---|---|---|---|---|---|---|',
    ...rows.map(({ source, system, score }) =>
      [
        '',
        source,
        system,
        score.n,
        score.valid,
        score.exact,
        score.certain ?? '–',
        percent(score.characterErrorRate),
        score.misread,
        score.certainMisread ?? '–',
        Math.round(score.medianMs),
        Math.round(score.p95Ms),
        '',
      ]
        .join(' | ')
        .trim(),
    ),
    '',
    '| loaded | bytes |',
    '|---|---|',
    ...bytes.map(([name, count]) => `| ${name} | ${count.toLocaleString('en')} |`),
    '',
  ].join('\n');
}
