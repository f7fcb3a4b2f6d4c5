/** The address of one picture at a time; the one before is given back. */
export class ObjectUrl {
  #blob: Blob | null = null;
  #url: string | null = null;

  of(blob: Blob | null): string | null {
    if (blob === this.#blob) return this.#url;
    if (this.#url !== null) URL.revokeObjectURL(this.#url);
    this.#blob = blob;
    this.#url = blob === null ? null : URL.createObjectURL(blob);
    return this.#url;
  }

  release(): void {
    this.of(null);
  }
}
