// Prevents: a green suite that one engine did not run. Tells which file ran in which engine with what result, and why a test
// was left out; `run-browser-suite.mjs` prints it. The page that leaves a test out says why by the command `skip-because`.
import type { TestRunnerPlugin, TestSession } from '@web/test-runner';

/** What one file came to in one engine. */
export interface EngineResult {
  readonly engine: string;
  /** From the package's folder. */
  readonly file: string;
  readonly passed: number;
  readonly failed: number;
  readonly skips: readonly Skip[];
}

export interface Skip {
  readonly title: string;
  /** Null where nobody said one: a fault of the suite. */
  readonly reason: string | null;
}

export interface EngineMatrix {
  readonly engines: readonly string[];
  readonly absent: readonly AbsentEngine[];
  readonly files: Readonly<Record<string, Readonly<Record<string, Omit<EngineResult, 'engine' | 'file'>>>>>;
}

/** An engine that the suite did not run in. */
export interface AbsentEngine {
  readonly engine: string;
  readonly reason: string;
}

/** By a session, and the titles of a test and of the suites around it, innermost first. */
export type ReasonOf = (sessionId: string, titles: readonly string[]) => string | undefined;

/** Hears from the pages why their tests are left out. */
export function skipReasons(): { readonly reasonOf: ReasonOf; readonly plugin: TestRunnerPlugin<SkipMessage> } {
  const told = new Map<string, Map<string, string>>();
  return {
    reasonOf: (sessionId, titles) =>
      titles.map((title) => told.get(sessionId)?.get(title)).find((each) => each !== undefined),
    plugin: {
      name: 'skip-reasons',
      executeCommand({ command, payload, session }) {
        if (command !== 'skip-because' || payload === undefined) return undefined;
        told.set(session.id, (told.get(session.id) ?? new Map<string, string>()).set(payload.title, payload.reason));
        return { told: true };
      },
    },
  };
}

interface SkipMessage {
  /** Of the test, or of the suite around it. */
  readonly title: string;
  readonly reason: string;
}

interface Outcome {
  readonly name: string;
  readonly tests: readonly { readonly name: string; readonly passed: boolean; readonly skipped: boolean }[];
  readonly suites: readonly Outcome[];
}

export type FinishedSession = Pick<TestSession, 'id' | 'testFile' | 'passed'> & {
  readonly browser: { readonly name: string };
  readonly testResults?: Outcome | undefined;
};

/** `file` is the session's, as the matrix is to name it. */
export function toEngineResult(session: FinishedSession, file: string, reasonOf: ReasonOf): EngineResult {
  let [passed, failed] = [0, 0];
  const skips: Skip[] = [];
  const walk = ({ tests, suites }: Outcome, outer: readonly string[]): void => {
    for (const test of tests) {
      const titles = [test.name, ...outer];
      if (test.skipped)
        skips.push({ title: titles.toReversed().join(' › '), reason: reasonOf(session.id, titles) ?? null });
      else if (test.passed) passed += 1;
      else failed += 1;
    }
    for (const suite of suites) walk(suite, [suite.name, ...outer]);
  };
  if (session.testResults !== undefined) walk(session.testResults, []);
  // A page that was lost, or that fails outside its tests, has no failed test of its own.
  if (session.passed !== true && failed === 0) failed = 1;
  return { engine: session.browser.name.toLowerCase(), file, passed, failed, skips };
}

/** Files by engines. The last result of a file in an engine counts: one that was lost has run again. */
export function toEngineMatrix(results: readonly EngineResult[], absent: readonly AbsentEngine[]): EngineMatrix {
  const files: Record<string, Record<string, Omit<EngineResult, 'engine' | 'file'>>> = {};
  for (const { file, engine, ...result } of results.toSorted((one, other) => (one.file < other.file ? -1 : 1)))
    (files[file] ??= {})[engine] = result;
  return { engines: [...new Set(results.map(({ engine }) => engine))].sort(), absent, files };
}

/** Skips without a reason, as `file in engine: title`. There must be none. */
export function unexplainedSkips({ files }: EngineMatrix): readonly string[] {
  return Object.entries(files).flatMap(([file, row]) =>
    Object.entries(row).flatMap(([engine, { skips }]) =>
      skips.filter(({ reason }) => reason === null).map(({ title }) => `${file} in ${engine}: ${title}`),
    ),
  );
}

/** The matrix as Markdown: a table, then every reason. */
export function toEngineTable({ engines, absent, files }: EngineMatrix): string {
  const rows = Object.entries(files);
  const lines = [
    ['', ...engines],
    ['---', ...engines.map(() => '---')],
    ...rows.map(([file, row]) => [file, ...engines.map((engine) => cellOf(row[engine] ? [row[engine]] : []))]),
    ['**all**', ...engines.map((engine) => cellOf(rows.flatMap(([, row]) => row[engine] ?? [])))],
  ];
  const counts = new Map<string, number>();
  for (const [file, row] of rows) {
    for (const [engine, { skips }] of Object.entries(row)) {
      for (const { reason } of skips) {
        const key = `${file} in ${engine}: ${reason ?? 'NO REASON'}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  }
  return `${[
    ...lines.map((cells) => `| ${cells.join(' | ')} |`),
    '',
    ...absent.map(({ engine, reason }) => `- ${engine}: ${reason}`),
    ...[...counts].map(([key, count]) => `- ${key} (${count} skipped)`),
  ].join('\n')}\n`;
}

function cellOf(results: readonly Omit<EngineResult, 'engine' | 'file'>[]): string {
  if (results.length === 0) return 'not run';
  const sum = (pick: (result: Omit<EngineResult, 'engine' | 'file'>) => number): number =>
    results.reduce((all, result) => all + pick(result), 0);
  const [failed, skipped] = [sum((each) => each.failed), sum(({ skips }) => skips.length)];
  return [
    `${sum((each) => each.passed)} passed`,
    ...(failed > 0 ? [`**${failed} failed**`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
  ].join(', ');
}
