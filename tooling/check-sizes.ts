// Prevents: a package that grows unnoticed, until a phone on a slow line pays for it. Measures what each entry and each
// asset costs a visitor and compares it with the budgets in `size-budgets.json`, which change on purpose alone.
//
// Usage: node check-sizes.ts [--update]
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureAssets, measureEntries, measureFirstVisits, type Sizes } from './measure-sizes.ts';

/** Room above what was measured when a budget was set, so that a corrected sentence is no event (guess). */
const ROOM = 1.02;
const STEP_BYTES = 100;
/** A budget that is so far above what is used has stopped to watch (guess). */
const IDLE = 1.1;

export type Budgets = Readonly<Record<string, Sizes>>;

const FILE = join(import.meta.dirname, 'size-budgets.json');

/** What is over its budget, has none, or has one and is gone. */
export function problemsOf(group: string, sizes: Sizes, budgets: Sizes): string[] {
  const problems: string[] = [];
  for (const [name, bytes] of Object.entries(sizes)) {
    const budget = budgets[name];
    if (budget === undefined) problems.push(`${group}: ${name} has no budget (${bytes} bytes)`);
    else if (bytes > budget) problems.push(`${group}: ${name} is ${bytes} bytes, ${bytes - budget} over its budget`);
    else if (bytes * IDLE + 2 * STEP_BYTES < budget)
      problems.push(`${group}: ${name} is ${bytes} bytes, its budget of ${budget} is idle`);
  }
  for (const name of Object.keys(budgets))
    if (!(name in sizes)) problems.push(`${group}: ${name} has a budget and is gone`);
  return problems;
}

export function budgetsFor(sizes: Sizes): Sizes {
  return Object.fromEntries(
    Object.entries(sizes).map(([name, bytes]) => [name, Math.ceil((bytes * ROOM) / STEP_BYTES) * STEP_BYTES]),
  );
}

async function main(): Promise<void> {
  const entries = await measureEntries();
  const assets = measureAssets();
  const measured = { entries, assets, 'first visits': measureFirstVisits(entries, assets) };
  if (process.argv.includes('--update')) {
    const budgets = Object.fromEntries(Object.entries(measured).map(([group, sizes]) => [group, budgetsFor(sizes)]));
    writeFileSync(FILE, `${JSON.stringify(budgets, null, 2)}\n`);
  }
  const budgets = JSON.parse(readFileSync(FILE, 'utf8')) as Budgets;
  let failed = 0;
  for (const [group, sizes] of Object.entries(measured)) {
    const problems = problemsOf(group, sizes, budgets[group] ?? {});
    failed += problems.length > 0 ? 1 : 0;
    console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${group} keep to their budgets`);
    for (const [name, bytes] of Object.entries(sizes)) console.log(`     ${String(bytes).padStart(9)}  ${name}`);
    for (const problem of problems) console.log(`     ${problem} (--update changes budgets on purpose)`);
  }
  const results = process.env['TEST_RESULTS_DIR'];
  const passed = Object.keys(measured).length - failed;
  if (results) writeFileSync(join(results, 'sizes-package.json'), JSON.stringify({ passed, failed, skipped: 0 }));
  if (failed > 0) process.exitCode = 1;
}

if (import.meta.main) await main();
