import type { Clock } from './clock.ts';

export type LogLevel = 'info' | 'warn' | 'error';

/** One record. Fields are chosen by the caller from what may be kept: ids, codes, counts, durations. */
export interface LogRecord {
  readonly at: string;
  readonly level: LogLevel;
  readonly event: string;
  readonly [field: string]: string | number | boolean | null;
}

export type LogSink = (record: LogRecord) => void;

type LogFields = Readonly<Record<string, string | number | boolean | null>>;

export interface Logger {
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, error: unknown, fields?: LogFields): void;
}

const standardOutput: LogSink = (record) => {
  process.stdout.write(`${JSON.stringify(record)}\n`);
};

/**
 * Structured logs. Only scalars are taken, so that no header set, body or picture can slip in; an error is reduced to
 * its name, code and the place it came from, because messages of foreign errors quote what they were given.
 */
export function createLogger(clock: Clock, sink: LogSink | null = standardOutput): Logger {
  const write = (level: LogLevel, event: string, fields: LogFields = {}): void =>
    sink?.({ at: new Date(clock.now()).toISOString(), level, event, ...fields });
  return {
    info: (event, fields) => write('info', event, fields),
    warn: (event, fields) => write('warn', event, fields),
    error: (event, error, fields) => write('error', event, { ...describeError(error), ...fields }),
  };
}

function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  const place = /\bat .*?([\w.-]+\.[cm]?[jt]s:\d+)/.exec(error.stack ?? '')?.[1] ?? null;
  return { errorName: error.name, errorCode: code, place };
}
