import { problem, type GuidanceCodeEntry } from './guidance-codes.ts';

/**
 * Every guidance code in front of a document: what the person who holds a card or a passport to the camera is told, one
 * at a time. A registry of its own; where a word stands in `GUIDANCE_CODES` too (`too-dark`, `blurry`), it means the same
 * about another thing. Priorities go from what makes everything else unreadable (no document, the wrong one, no light)
 * to what only spoils the picture.
 */
export const DOCUMENT_GUIDANCE_CODES = {
  'no-document': problem(10),
  'wrong-side': problem(11, 1500),
  'unsupported-document': problem(12, 1500),
  'too-dark': problem(20),
  'too-bright': problem(21),
  'too-far': problem(30),
  'too-close': problem(31),
  'too-close-to-edge': problem(32),
  'off-centre': problem(33),
  rotate: problem(40),
  tilted: problem(41),
  occluded: problem(50),
  'photo-occluded': problem(51),
  glare: problem(60),
  'not-original': problem(61, 1500),
  moving: problem(70),
  blurry: problem(71),
  'flip-card': { severity: 'instruction', priority: 200, minimumDisplayMs: 2000 },
  'hold-still': { severity: 'instruction', priority: 201, minimumDisplayMs: 400 },
  ready: { severity: 'ok', priority: 210, minimumDisplayMs: 0 },
  captured: { severity: 'ok', priority: 220, minimumDisplayMs: 0 },
} as const satisfies Record<string, GuidanceCodeEntry>;

/** One of `DOCUMENT_GUIDANCE_CODES`. */
export type DocumentGuidanceCode = keyof typeof DOCUMENT_GUIDANCE_CODES;
