import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

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
/** Guess: nothing holds up who is killed, but a machine that is. */
const STOP_MS = 10_000;
/** Its input is a pipe, which closes when whoever started it is gone, however that ended: then it ends too. */
const END_WITH_PARENT = "data:text/javascript,process.stdin.on('close', () => process.exit()).resume()";

/**
 * It watches its file, by inotify unless told otherwise. Where a machine that does much else has no instance left for it, it
 * says that it listens and then ends.
 */
const WATCH_WITHOUT_INOTIFY = { CHOKIDAR_USEPOLLING: '1' };

/** @param specification An OpenAPI description. @param upstream Where the operations lie. */
export async function openReferee(specification: object, upstream: string): Promise<Referee> {
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-referee-'));
  const file = join(folder, 'openapi.json');
  await writeFile(file, JSON.stringify(withoutExamples(specification)));
  const child = spawn(
    process.execPath,
    [`--import=${END_WITH_PARENT}`, PRISM, 'proxy', file, upstream, '--errors', '--port', '0', '--cors', 'false'],
    {
      env: { ...process.env, ...WATCH_WITHOUT_INOTIFY, NO_COLOR: '1', FORCE_COLOR: '0' },
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  async function close(): Promise<void> {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit', { signal: AbortSignal.timeout(STOP_MS) });
      child.kill('SIGKILL');
      await ended;
    }
    // Not before: it watches the file, and would look for another in the folders above.
    await rm(folder, { recursive: true, force: true });
  }
  try {
    return { url: await addressOf(child), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Where it listens, once it says so. */
function addressOf(child: ChildProcessByStdio<Writable, Readable, Readable>): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const fail = (why: string): void => {
      clearTimeout(timer);
      reject(new Error(`Prism did not start: ${why}\n${said}`));
    };
    const timer = setTimeout(() => fail('not in time'), START_MS);
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
