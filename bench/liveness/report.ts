import { HIGH, LOW, type Calibration } from './calibration.ts';
import type { ErrorRates } from './error-rates.ts';

/** One system on one set; null where a class is missing. */
export interface ReportRow {
  readonly source: string;
  readonly system: string;
  readonly rates: ErrorRates | null;
  /** Null too where the score is not meant as a probability. */
  readonly calibration: Calibration | null;
}

export interface SliceRow {
  readonly slice: string;
  readonly source: string;
  readonly rates: ErrorRates | null;
  /** Of the whole source. */
  readonly whole: ErrorRates | null;
}

/** What was left out of every figure of a set. */
export interface MissingRow {
  readonly source: string;
  /** In which no face was found, of how many. */
  live: number;
  attack: number;
  liveAll: number;
  attackAll: number;
  /** Files that could not be opened. */
  unreadable: number;
}

const percent = (rate: number): string => (rate * 100).toFixed(1);
const three = (value: number): string => value.toFixed(3);

export function presentReport(
  rows: readonly ReportRow[],
  slices: readonly SliceRow[],
  missing: readonly MissingRow[],
  { rate, seconds }: { readonly rate: number; readonly seconds: number },
): string {
  return [
    '## By source',
    '',
    "Rates in %, 95 % bootstrap interval in brackets; APCER is the worst attack type's, at the system's own threshold of 0.5. BPCER @",
    'APCER: the threshold is set on the same presentations. Pictures are single still frames. Videos: ' +
      `${rate} frames a second for at most ${seconds} s; "one frame" is the middle one that has a face.`,
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
    '## Calibration',
    '',
    'How far a score can be read as the probability of a bona fide presentation, both classes counting alike. Brier score: 0 certain and right,',
    '0.25 always one half. Error: mean distance between a score and the share that it is true of, over ten bins. Then the bona fide share, in %,',
    `of what scores up to ${LOW}, between and from ${HIGH} on, the lines of the fusion's decision.`,
    '',
    `| source | system | Brier score | error | ≤ ${LOW} | between | ≥ ${HIGH} |`,
    '|---|---|---|---|---|---|---|',
    ...rows.flatMap(({ source, system, calibration }) =>
      calibration === null ? [] : [`| ${source} | ${system} | ${presentCalibration(calibration)} |`],
    ),
    '',
    '## Slices of ours',
    '',
    'Skin: the individual typology angle of the face, estimated from the picture; lamp, exposure and camera move it. "× all": the BPCER over that',
    'of the whole source.',
    '',
    '| source | slice | n live + attack | AUC | EER | worst APCER | BPCER | BPCER @ APCER 1 % | @ 5 % | BPCER × all |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...slices.map(
      ({ source, slice, rates, whole }) =>
        `| ${source} | ${slice} | ${presentRates(rates)} | ${rates === null || !whole?.bpcer ? '–' : (rates.bpcer / whole.bpcer).toFixed(2)} |`,
    ),
    '',
    '## Non-response: no face found, left out of every figure above',
    '',
    '| source | BPNRR | APNRR | not readable |',
    '|---|---|---|---|',
    ...missing.map(
      ({ source, live, attack, liveAll, attackAll, unreadable }) =>
        `| ${source} | ${share(live, liveAll)} | ${share(attack, attackAll)} | ${unreadable} |`,
    ),
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

const presentCalibration = ({ brier, error, bands }: Calibration): string =>
  [three(brier), three(error), ...bands.map((share) => (share === null ? '–' : percent(share)))].join(' | ');

const shortened = (attack: string): string =>
  (attack.length > 40 ? `${attack.slice(0, 37)}…` : attack).replaceAll('|', '/');

const share = (part: number, all: number): string => (all === 0 ? '–' : `${percent(part / all)} (${part} of ${all})`);
