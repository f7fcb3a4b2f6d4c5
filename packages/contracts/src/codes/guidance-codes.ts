/**
 * Guidance codes: what the person in front of the camera is told, one at a time. One registry for elements, the
 * sandbox and the documentation.
 */

/** When and for how long a guidance code is shown. */
export interface GuidanceCodeEntry {
  /** `problem` stops the capture, `instruction` asks for patience, `ok` says that all is well. */
  readonly severity: 'problem' | 'instruction' | 'ok';
  /** Lower speaks first when several apply. */
  readonly priority: number;
  /** Shortest time a hint stays once shown, milliseconds, so that nobody has to read a flicker. */
  readonly minimumDisplayMs: number;
}

/** A code that stops the capture. */
export const problem = (priority: number, minimumDisplayMs = 900): GuidanceCodeEntry => ({
  severity: 'problem',
  priority,
  minimumDisplayMs,
});

/**
 * Every guidance code. Directions (`move-left`, `turn-right`, `chin-up`) are the person's own, as seen in a mirrored
 * preview. Priorities go from what makes everything else unreadable (no face, darkness) to fine corrections.
 */
export const GUIDANCE_CODES = {
  'no-face': problem(10),
  'multiple-faces': problem(11),
  'device-tilted': problem(20),
  'too-dark': problem(30),
  'too-bright': problem(31),
  backlit: problem(32),
  'uneven-light': problem(33),
  'too-far': problem(40),
  'too-close': problem(41),
  'partial-face': problem(42),
  'move-left': problem(50),
  'move-right': problem(51),
  'move-up': problem(52),
  'move-down': problem(53),
  'eyes-covered': problem(60),
  'mouth-covered': problem(61),
  'turn-left': problem(70),
  'turn-right': problem(71),
  'chin-up': problem(72),
  'chin-down': problem(73),
  'tilt-level': problem(74),
  'look-straight': problem(75),
  'eyes-closed': problem(80),
  moving: problem(90),
  blurry: problem(91),
  'frame-rate-low': problem(95, 2000),
  'hold-still': { severity: 'instruction', priority: 200, minimumDisplayMs: 400 },
  ready: { severity: 'ok', priority: 210, minimumDisplayMs: 0 },
  captured: { severity: 'ok', priority: 220, minimumDisplayMs: 0 },
} as const satisfies Record<string, GuidanceCodeEntry>;

/** One of `GUIDANCE_CODES`. */
export type GuidanceCode = keyof typeof GUIDANCE_CODES;
