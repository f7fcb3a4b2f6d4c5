import { PATHS } from '@bonafide/contracts/assure';
import { PartnerServerError } from '../partner-server-error.ts';
import type { AssureClient } from './assure-client.ts';
import type { ProcessKey } from './get-process.ts';

/** Which process, and where its file goes. */
export interface DownloadFullResult extends ProcessKey {
  /**
   * Takes the file as it comes, no faster than it can, for example `Writable.toWeb(createWriteStream(path))`. Closed at its end;
   * aborted when the download fails, and then what it has taken is to be thrown away.
   */
  readonly to: WritableStream<Uint8Array>;
  /** The most that is taken. Default: 64 MiB. */
  readonly maxBytes?: number;
  /** For the whole download. Default: two minutes. */
  readonly timeoutMs?: number;
}

/** What was taken. */
export interface FullResult {
  readonly byteCount: number;
}

/** Three pictures of 4 MB, a short video and the provider's JSON have room several times over. Source: guess. */
const MAX_BYTES = 64 * 1_048_576;
/** That at 5 Mbit/s. Source: guess. */
const TIMEOUT_MS = 120_000;
/** What every ZIP file begins with (APPNOTE 4.3.7, 4.3.16). */
const ZIP = [0x50, 0x4b];

/**
 * Downloads a ZIP file with all that the provider said: personal data. In one promise, so that size and time are limited to the
 * last byte. Tried again only before the first byte.
 * @throws {PartnerServerError} `conflict`: the process has not ended · `invalid-response`: too large, or no ZIP file · `timeout`
 */
export async function downloadFullResult(client: AssureClient, request: DownloadFullResult): Promise<FullResult> {
  const { dossierId, processId, to, maxBytes = MAX_BYTES, timeoutMs = TIMEOUT_MS } = request;
  for (const [name, value] of Object.entries({ maxBytes, timeoutMs }))
    if (!(value > 0)) throw new TypeError(`${name} must be above 0`);
  const writer = to.getWriter();
  let byteCount = 0;
  try {
    await client.call(
      {
        operation: 'downloadFullResult',
        path: PATHS.fullResult,
        names: { dossierId, processId },
        maxResponseBytes: maxBytes,
        timeoutMs,
        totalTimeoutMs: timeoutMs,
        receive: async (chunk) => {
          requireZip(chunk, byteCount);
          byteCount += chunk.byteLength;
          await writer.write(chunk);
        },
      },
      { ...request, headers: { ...request.headers, accept: 'application/zip, application/json' } },
    );
    if (byteCount < ZIP.length) throw notZip();
    await writer.close();
    return { byteCount };
  } catch (error) {
    // Not waited for: what hangs may also hang when it is aborted.
    writer.abort(error).catch(() => {});
    throw error;
  }
}

/** Before anything is handed on, so that the page of a proxy never lies where a file should. */
function requireZip(chunk: Uint8Array, offset: number): void {
  if (ZIP.slice(offset).some((byte, index) => index < chunk.length && chunk[index] !== byte)) throw notZip();
}

function notZip(): PartnerServerError {
  return new PartnerServerError('invalid-response', 'the full result is not a ZIP file');
}
