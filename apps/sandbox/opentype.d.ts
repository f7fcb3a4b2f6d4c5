// The part of opentype.js that src/assure/outline-text.ts uses; the package has no types of its own.
declare module 'opentype.js' {
  export interface PathCommand {
    readonly type: 'M' | 'L' | 'C' | 'Q' | 'Z';
    readonly x1?: number;
    readonly y1?: number;
    readonly x2?: number;
    readonly y2?: number;
    readonly x?: number;
    readonly y?: number;
  }
  export interface Glyph {
    readonly index: number;
    readonly advanceWidth?: number;
    getPath(x: number, y: number, size: number): { readonly commands: readonly PathCommand[] };
  }
  export interface OpenType {
    parse(bytes: ArrayBufferLike): { readonly unitsPerEm: number; charToGlyph(character: string): Glyph };
  }
}
