import type { AssetSource } from './asset-source.ts';

/** Reads each file once for all who ask. Holds what was read for as long as it is held itself; a failure is forgotten. */
export function rememberReads(source: AssetSource): AssetSource {
  const reads = new Map<string, ReturnType<AssetSource['read']>>();
  return {
    manifest: source.manifest,
    async read(name) {
      const known = reads.get(name);
      if (known !== undefined) return known;
      const read = source.read(name);
      reads.set(name, read);
      read.catch(() => reads.delete(name));
      return read;
    },
  };
}
