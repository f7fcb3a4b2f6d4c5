import sharp from 'sharp';
import { type DetPoint, detCurve, probit } from './det-curve.ts';
import type { ErrorRates } from './error-rates.ts';
import { readFrames, type VideoSampling } from './read-frames.ts';
import type { ReportRow } from './report.ts';
import { OURS, type ScoredPresentation } from './score-presentation.ts';

/** Worst errors shown of each kind and set. */
const WORST = 7;
const THUMBNAIL_PIXELS = 132;
/** Both axes of the plot: half a percent to 80 %. */
const TICKS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8];
const PLOT = { side: 300, margin: 44 } as const;
/** Told apart also by people who see few colours, and in both themes. */
const STROKES = ['#0b5bd3', '#c2410c', '#0f766e', '#9333ea', '#a16207', '#be123c', '#475569'];

/**
 * One page with everything: rates and DET curves by set, and the presentations that our system got most wrong. It shows pictures of
 * the folder, so it goes where that folder may go.
 */
export async function presentPage(
  rows: readonly ReportRow[],
  scored: readonly ScoredPresentation[],
  sampling: VideoSampling,
): Promise<string> {
  const sets = [...new Set(rows.map(({ source }) => source))];
  const sections: string[] = [];
  for (const set of sets) {
    const own = scored.filter((item) => setOf(item) === set);
    const systems = rows.filter(({ source, system }) => source === set && isWhole(system));
    const curves = systems.flatMap(({ system }) => {
      const [live, attacks] = [true, false].map((isLive) =>
        own.flatMap((item) => (item.isLive === isLive ? (item.scores.get(system) ?? []) : [])),
      );
      return live?.length && attacks?.length ? [{ system, points: detCurve(live, attacks) }] : [];
    });
    const judge = own.some(({ kind }) => kind === 'video') ? `${OURS}, session` : OURS;
    sections.push(
      `<section><h2>${escaped(set)}</h2><div class="both"><div>${table(systems)}</div>${plot(curves)}</div>`,
      await worst(
        'Bona fide presentations with the lowest scores',
        own.filter(({ isLive }) => isLive),
        judge,
        1,
        sampling,
      ),
      await worst(
        'Attacks with the highest scores',
        own.filter(({ isLive }) => !isLive),
        judge,
        -1,
        sampling,
      ),
      '</section>',
    );
  }
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Presentation-attack detection</title><style>${STYLE}</style>
<h1>Presentation-attack detection</h1>
<p>By ISO/IEC 30107-3. APCER is the worst attack type's at the system's own threshold of 0.5; EER and AUC are of all attacks. Brackets: 95 %,
bootstrap. The curves are of all attacks together.</p>
${sections.join('\n')}</html>\n`;
}

/** Pictures and videos of one source are two sets: what is seen of them is not the same. */
export const setOf = ({ source, kind }: Pick<ScoredPresentation, 'source' | 'kind'>): string =>
  kind === 'video' ? `${source}, videos` : source;

/** No single signal or crop: those are in the text report. */
const isWhole = (system: string): boolean => /^ours$|^ours, (?:session|one|mean)|MiniFASNet|^human/.test(system);

function table(rows: readonly ReportRow[]): string {
  const body = rows.map(({ system, rates }) => {
    const cells = rates === null ? ['–', '–', '–', '–', '–', '–'] : cellsOf(rates);
    return `<tr><th scope="row">${escaped(system)}</th>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  const [first] = rows;
  const count = first?.rates ? `${first.rates.live} bona fide, ${first.rates.attacks} attacks` : 'one class is missing';
  const worstAttack = rows.find(({ system }) => system === OURS || system === `${OURS}, session`)?.rates?.apcer[0];
  const note = worstAttack
    ? ` Ours lets pass most of: ${escaped(worstAttack.attack)} (${percent(worstAttack.rate)} of ${worstAttack.n}).`
    : '';
  return `<p>${count}.${note}</p><div class="scroll"><table><thead><tr><th></th><th>AUC</th><th>EER %</th><th>APCER %</th><th>BPCER %</th>
<th>BPCER at<br>APCER 1 %</th><th>BPCER at<br>APCER 5 %</th></tr></thead><tbody>${body.join('')}</tbody></table></div>`;
}

const percent = (share: number): string => (share * 100).toFixed(1);

const cellsOf = (rates: ErrorRates): readonly string[] => [
  `${rates.auc.toFixed(3)}<br><small>[${rates.aucLow.toFixed(3)}, ${rates.aucHigh.toFixed(3)}]</small>`,
  `${percent(rates.eer)}<br><small>[${percent(rates.eerLow)}, ${percent(rates.eerHigh)}]</small>`,
  percent(rates.apcer[0]?.rate ?? NaN),
  percent(rates.bpcer),
  percent(rates.bpcerAtApcer1),
  percent(rates.bpcerAtApcer5),
];

function plot(curves: readonly { readonly system: string; readonly points: readonly DetPoint[] }[]): string {
  const { side, margin } = PLOT;
  const [low, high] = [probit(TICKS[0] ?? 0), probit(TICKS.at(-1) ?? 1)];
  const along = (share: number): number => ((Math.min(high, Math.max(low, probit(share))) - low) / (high - low)) * side;
  const x = (share: number): number => margin + along(share);
  const y = (share: number): number => margin / 2 + side - along(share);
  const grid = TICKS.map((tick) => {
    const label = `${tick * 100}`;
    return `<path class="grid" d="M${x(tick)} ${y(TICKS[0] ?? 0)}V${margin / 2}M${margin} ${y(tick)}H${margin + side}"/>
<text x="${x(tick)}" y="${margin / 2 + side + 14}" text-anchor="middle">${label}</text>
<text x="${margin - 6}" y="${y(tick) + 4}" text-anchor="end">${label}</text>`;
  });
  const lines = curves.map(({ points }, i) => {
    const path = points.map(
      ({ apcer, bpcer }, k) => `${k === 0 ? 'M' : 'L'}${x(apcer).toFixed(1)} ${y(bpcer).toFixed(1)}`,
    );
    return `<path class="curve" stroke="${STROKES[i % STROKES.length]}" d="${path.join('')}"/>`;
  });
  const legend = curves.map(
    ({ system }, i) => `<li><span style="background:${STROKES[i % STROKES.length]}"></span>${escaped(system)}</li>`,
  );
  const equal = `<path class="grid" stroke-dasharray="3 3" d="M${x(TICKS[0] ?? 0)} ${y(TICKS[0] ?? 0)}L${x(TICKS.at(-1) ?? 1)} ${y(TICKS.at(-1) ?? 1)}"/>`;
  return `<figure><svg viewBox="0 0 ${side + margin + 12} ${side + margin + 18}" role="img" aria-label="DET curves">
${grid.join('')}${equal}${lines.join('')}
<text x="${margin + side / 2}" y="${side + margin + 12}" text-anchor="middle">APCER, %</text>
<text transform="translate(11 ${margin / 2 + side / 2}) rotate(-90)" text-anchor="middle">BPCER, %</text></svg>
<ul>${legend.join('')}</ul></figure>`;
}

async function worst(
  title: string,
  items: readonly ScoredPresentation[],
  judge: string,
  direction: 1 | -1,
  sampling: VideoSampling,
): Promise<string> {
  const ranked = items
    .flatMap((item) => {
      const score = item.scores.get(judge);
      return score === undefined ? [] : [{ item, score }];
    })
    .toSorted((a, b) => direction * (a.score - b.score))
    .slice(0, WORST);
  if (ranked.length === 0) return '';
  const shown: string[] = [];
  for (const { item, score } of ranked) {
    const caption = `${score.toFixed(2)}${item.attack === '' ? '' : ` ${escaped(item.attack)}`}`;
    shown.push(`<li><img src="${await thumbnailOf(item, sampling)}" alt=""><span>${caption}</span></li>`);
  }
  return `<h3>${title}</h3><ul class="faces">${shown.join('')}</ul>`;
}

async function thumbnailOf(item: ScoredPresentation, sampling: VideoSampling): Promise<string> {
  const frames = await readFrames(item, sampling);
  const { image } = frames[Math.floor(frames.length / 2)] ?? {};
  if (image === undefined) return '';
  const { data, width, height } = image;
  const picture = await sharp(data, { raw: { width, height, channels: 4 } })
    .resize(THUMBNAIL_PIXELS, THUMBNAIL_PIXELS, { fit: 'contain', background: '#80808000' })
    .flatten({ background: '#808080' })
    .jpeg({ quality: 70 })
    .toBuffer();
  return `data:image/jpeg;base64,${picture.toString('base64')}`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const STYLE = `:root{color-scheme:light dark;font:15px/1.5 system-ui,sans-serif}body{margin:2rem auto;max-inline-size:74rem;padding-inline:1rem}
h1{font-size:1.5rem}h2{margin-block-start:2.5rem;border-block-start:1px solid #8886;padding-block-start:1rem}h3{font-size:1rem;margin-block:1.25rem .5rem}
.both{display:flex;flex-wrap:wrap;gap:1rem 2rem;align-items:flex-start}.both>div{flex:1 1 30rem;min-inline-size:0}.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:.875rem;font-variant-numeric:tabular-nums}th,td{padding:.3rem .6rem;text-align:end;white-space:nowrap;
border-block-end:1px solid #8883}th,td{vertical-align:top}th:first-child{text-align:start;font-weight:600}small{color:#888}figure{flex:0 1 24rem;margin:0}svg{inline-size:100%}
svg text{font-size:10px;fill:currentcolor}.grid{stroke:#8884;fill:none}.curve{fill:none;stroke-width:1.75;stroke-linejoin:round}
figure ul{list-style:none;padding:0;margin:.25rem 0;display:flex;flex-wrap:wrap;gap:.25rem 1rem;font-size:.8125rem}
figure li span{display:inline-block;inline-size:1.2em;block-size:.25em;margin-inline-end:.4em;vertical-align:middle}
.faces{list-style:none;padding:0;margin:0;display:flex;flex-wrap:wrap;gap:.75rem}.faces li{inline-size:${THUMBNAIL_PIXELS}px;font-size:.8125rem}
.faces img{display:block;inline-size:100%;border-radius:.5rem}.faces span{overflow-wrap:anywhere}`;
