import { BrowserCoreError } from '../browser-core-error.ts';
import type { AssetFile } from './asset-source.ts';
import { PassingFailure } from './through-breaks.ts';

export type AskFor = (headers: Readonly<Record<string, string>>) => Promise<Response>;

/** One file that comes in parts where the line breaks: each `run` goes on where the last one broke off. */
export class Download {
  readonly #file: AssetFile;
  readonly #ask: AskFor;
  readonly #onBytes: (count: number) => void;
  readonly #bytes: Uint8Array<ArrayBuffer>;
  #length = 0;
  /** Names the version that the first part is of; null where the rest cannot be asked for. */
  #rest: Readonly<Record<string, string>> | null = null;

  /** @param onBytes So many bytes more; less than nought where a part has to be fetched anew. */
  constructor(file: AssetFile, ask: AskFor, onBytes: (count: number) => void) {
    this.#file = file;
    this.#ask = ask;
    this.#onBytes = onBytes;
    this.#bytes = new Uint8Array(file.bytes);
  }

  /** Bytes that are there. */
  get length(): number {
    return this.#length;
  }

  /** Resolves with what came until the answer's end. Errors: `asset-integrity-failed`, passing failures, what `ask` throws. */
  async run(): Promise<Uint8Array<ArrayBuffer>> {
    const rest = this.#length > 0 ? this.#rest : null;
    const response = await this.#ask(rest === null ? {} : { ...rest, range: `bytes=${this.#length}-` });
    if (rest === null || !this.#continues(response)) this.#startOver(response);
    const reader = response.body?.getReader();
    if (reader === undefined)
      throw new BrowserCoreError('asset-load-failed', `${this.#file.name}: the answer has no body`);
    for (;;) {
      const { done, value } = await this.#next(reader);
      if (done) return this.#bytes.subarray(0, this.#length);
      if (this.#length + value.length > this.#bytes.length) {
        reader.cancel().catch(() => undefined);
        throw new BrowserCoreError('asset-integrity-failed', `${this.#file.name} is longer than the manifest says`);
      }
      this.#bytes.set(value, this.#length);
      this.#length += value.length;
      this.#onBytes(value.length);
    }
  }

  #continues(response: Response): boolean {
    return (
      response.status === 206 && response.headers.get('content-range')?.startsWith(`bytes ${this.#length}-`) === true
    );
  }

  #startOver({ headers, status }: Response): void {
    if (status === 206)
      throw new BrowserCoreError('asset-load-failed', `${this.#file.name}: not the part that was asked for`);
    if (this.#length > 0) this.#onBytes(-this.#length);
    this.#length = 0;
    // A range of a compressed answer counts compressed bytes, and without a name the rest could be that of another version.
    const version = headers.get('etag');
    const isPlain = headers.get('content-encoding') === null && headers.get('accept-ranges') !== 'none';
    this.#rest = isPlain && version !== null && !version.startsWith('W/') ? { 'if-range': version } : null;
  }

  async #next(reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>) {
    try {
      return await reader.read();
    } catch (cause) {
      throw new PassingFailure(
        new BrowserCoreError('asset-load-failed', `${this.#file.name}: the line broke`, { cause }),
      );
    }
  }
}
