import type { ErrorRates } from './error-rates.ts';

/** One system on one set; null where a class is missing. */
export interface ReportRow {
  readonly source: string;
  readonly system: string;
  readonly rates: ErrorRates | null;
}

export interface SliceRow {
  readonly slice: string;
  readonly source: string;
  readonly rates: ErrorRates | null;
}

const percent = (rate: number): string => (rate * 100).toFixed(1);
const three = (value: number): string => value.toFixed(3);

export function presentReport(
  rows: readonly ReportRow[],
  slices: readonly SliceRow[],
  missing: ReadonlyMap<string, { readonly live: number; readonly attack: number }>,
): string {
  return [
    '## By source',
    '',
    'One still picture each, single-frame. Rates in %, 95 % bootstrap interval in brackets; APCER is the worst attack',
    "type's, at the system's own threshold of 0.5. BPCER @ APCER: the threshold is set on the same pictures.",
    '',
    '| source | system | n live + attack | AUC | EER | worst APCER | BPCER | BPCER @ APCER 1 % | @ 5 % |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rows.map(({ source, system, rates }) => `| ${source} | ${system} | ${presentRates(rates)} |`),
    '',
    '## APCER by attack type, at 0.5',
    '',
    '| source | system | attack (n): APCER |',
    '|---|---|---|',
    ...rows.map(
      ({ source, system, rates }) =>
        `| ${source} | ${system} | ${(rates?.apcer ?? []).map(({ attack, n, rate }) => `${shortened(attack)} (${n}): ${percent(rate)}`).join(' · ')} |`,
    ),
    '',
    '## Slices of ours',
    '',
    '| source | slice | n live + attack | AUC | EER | worst APCER | BPCER | BPCER @ APCER 1 % | @ 5 % |',
    '|---|---|---|---|---|---|---|---|---|',
    ...slices.map(({ source, slice, rates }) => `| ${source} | ${slice} | ${presentRates(rates)} |`),
    '',
    '## Pictures in which no face was found (left out of every figure above)',
    '',
    ...[...missing].map(([source, { live, attack }]) => `- ${source}: ${live} live, ${attack} attack`),
    '',
  ].join('\n');
}

function presentRates(rates: ErrorRates | null): string {
  if (rates === null) return '– | – | – | – | – | – | –';
  return [
    `${rates.live} + ${rates.attacks}`,
    `${three(rates.auc)} [${three(rates.aucLow)}, ${three(rates.aucHigh)}]`,
    `${percent(rates.eer)} [${percent(rates.eerLow)}, ${percent(rates.eerHigh)}]`,
    percent(rates.apcer[0]?.rate ?? NaN),
    percent(rates.bpcer),
    percent(rates.bpcerAtApcer1),
    percent(rates.bpcerAtApcer5),
  ].join(' | ');
}

const shortened = (attack: string): string =>
  (attack.length > 40 ? `${attack.slice(0, 37)}…` : attack).replaceAll('|', '/');
