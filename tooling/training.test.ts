// Prevents: a training that no longer runs on the day that a model has to be made anew. Each pipeline has its unit tests and goes from
// its sources to exported weights on a few pictures. Where PyTorch is not installed the script says so, and the test is skipped.
import { execFile } from 'node:child_process';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
/** Sources come from npm once, and a busy core takes two minutes. */
const TIMEOUT_MS = 900_000;

it.for(globSync('training/*/check.sh', { cwd: ROOT }).sort())(
  '%s goes from its sources to exported weights',
  { timeout: TIMEOUT_MS },
  async (script, { skip }) => {
    const { stdout } = await promisify(execFile)(join(ROOT, script), {
      timeout: TIMEOUT_MS - 1_000,
      maxBuffer: 16 * 2 ** 20,
    });
    const last = stdout.trim().split('\n').at(-1) ?? '';
    skip(last.startsWith('skipped: '), last);
    expect(last).toBe('the pipeline runs');
  },
);
