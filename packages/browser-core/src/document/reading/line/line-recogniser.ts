import type { LumaPlane } from '../../../liveness/luma-plane.ts';

/** Class probabilities along a line, left to right: `steps` × (`alphabet.length` + 1); class 0 is "between characters". */
export interface LineLattice {
  /** Class `i + 1` is character `i`. */
  readonly alphabet: string;
  readonly steps: number;
  readonly probabilities: Float32Array;
}

/**
 * Recognises one line of print that was cut out upright, the line's middle at half the height and its capitals about
 * 0.6 of it. One call at a time. What the caller holds must be disposed.
 */
export interface LineRecogniser {
  /** Whether there are weights for plain text; `recogniseText` fails without them. */
  readonly readsText: boolean;
  /** Of a machine-readable zone: `A`–`Z`, `0`–`9`, `<`. */
  recogniseMrz(line: LumaPlane): Promise<LineLattice>;
  /** Of anything else: letters, digits, punctuation. */
  recogniseText(line: LumaPlane): Promise<LineLattice>;
  dispose(): void;
}
