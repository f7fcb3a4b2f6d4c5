import { strToU8, type Zippable, zipSync } from 'fflate';
import type { ArtefactRow, ProcessRow } from '../database/schema.ts';
import { toProcess } from './to-process.ts';

/** JPEG and PNG are packed already: packing them again takes long and saves nothing. */
const STORED = { level: 0 } as const;

/**
 * The ZIP file of a process that has ended: what "Get process" answers, every check that was made and not made with its parts, and
 * the pictures until their time is over. Which files the vendor's has is not known.
 */
export function packFullResult(
  row: ProcessRow,
  pictures: readonly Pick<ArtefactRow, 'document_type' | 'content_type' | 'bytes'>[],
): Uint8Array<ArrayBuffer> {
  const files: Zippable = { 'process.json': toText(toProcess(row)), 'checks.json': toText(row.evidence) };
  for (const { document_type, content_type, bytes } of pictures) {
    const extension = content_type === 'image/png' ? 'png' : 'jpg';
    if (bytes !== null) files[`images/${document_type.toLowerCase()}.${extension}`] = [new Uint8Array(bytes), STORED];
  }
  return new Uint8Array(zipSync(files, { mtime: row.updated_at }));
}

function toText(value: unknown): Uint8Array {
  return strToU8(`${JSON.stringify(value, null, 2)}\n`);
}
