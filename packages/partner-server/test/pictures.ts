/** The head of a JPEG of this size: all that is read of a picture before it is handed on. */
export function jpegHead(width = 1280, height = 720, padding = 0): Uint8Array<ArrayBuffer> {
  const head = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 11, 8, ...u16(height), ...u16(width), 1, 1, 0x11, 0];
  const bytes = new Uint8Array(head.length + padding + 4);
  bytes.set([...head, 0xff, 0xda]);
  bytes.set([0xff, 0xd9], bytes.length - 2);
  return bytes;
}

/** The head of a PNG of this size. */
export function pngHead(width = 1280, height = 720): Uint8Array<ArrayBuffer> {
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  const header = [0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, ...u32(width), ...u32(height), 8, 2, 0, 0, 0];
  return Uint8Array.from([...signature, ...header, 0, 0, 0, 0]);
}

const u16 = (value: number): number[] => [value >> 8, value & 0xff];
const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value & 0xffff)];
