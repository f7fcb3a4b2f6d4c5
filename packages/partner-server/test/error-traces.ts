import { Console } from 'node:console';
import { Writable } from 'node:stream';
import { inspect } from 'node:util';

/** Everything that a log may make of an error. */
export function traces(error: unknown): string {
  let printed = '';
  const stream = new Writable({
    write(chunk, _, done) {
      printed += String(chunk);
      done();
    },
  });
  new Console({ stdout: stream, stderr: stream, inspectOptions: { depth: null } }).error('failed', error, { error });
  const options = { depth: Infinity, showHidden: true, getters: true };
  return [
    printed,
    inspect(error, options),
    inspect({ a: [error] }, options),
    JSON.stringify(error),
    JSON.stringify({ a: [error] }),
    String(error),
    (error as Error).stack,
  ].join('\n');
}
