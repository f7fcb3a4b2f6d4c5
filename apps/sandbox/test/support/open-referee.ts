import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Prism as a proxy: it holds each request and each answer to a specification, and answers itself where one is not as described. */
export interface Referee {
  readonly url: string;
  close(): Promise<void>;
}

const PRISM = join(
  createRequire(import.meta.url).resolve('@stoplight/prism-cli/package.json'),
  '..',
  'dist',
  'index.js',
);
/** Guess: several times what a busy machine of two cores needs. */
const START_MS = 60_000;

/** @param specification An OpenAPI description. @param upstream Where the operations lie. */
export async function openReferee(specification: object, upstream: string): Promise<Referee> {
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-referee-'));
  const file = join(folder, 'openapi.json');
  await writeFile(file, JSON.stringify(withoutExamples(specification)));
  const child = spawn(
    process.execPath,
    [PRISM, 'proxy', file, upstream, '--errors', '--port', '0', '--cors', 'false'],
    { env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  // Whoever is told to end in the middle of a test leaves none behind.
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => fail('not in time'), START_MS);
    const fail = (why: string): void => {
      kill();
      reject(new Error(`Prism did not start: ${why}\n${said}`));
    };
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        // What it says of each request later is not kept.
        if (said.length < 100_000) said += String(chunk);
        const address = /Prism is listening on (\S+)\s/.exec(said)?.[1];
        if (address === undefined) return;
        clearTimeout(timer);
        resolve(address);
      });
    child.once('error', ({ message }) => fail(message));
    child.once('exit', (code) => fail(`it ended with ${code}`));
  });
  return {
    url,
    async close() {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit');
        kill();
        await ended;
      }
      process.off('exit', kill);
      // Not before: it watches the file, and ends when that is gone.
      await rm(folder, { recursive: true });
    },
  };
}

/** Prism takes a vendor's `$ref` in an example for one of OpenAPI's, and opens the file. It judges by schemas alone. */
function withoutExamples(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutExamples);
  if (node === null || typeof node !== 'object') return node;
  const isMediaType = 'schema' in node && 'examples' in node;
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) =>
      isMediaType && key === 'examples' ? [] : [[key, withoutExamples(value)]],
    ),
  );
}
