/**
 * Parts of the steps' elements that a page can style through `<id-verification>`: all but their `root`, which would be
 * styled twice over.
 */
export const STEP_PARTS = [
  'assist',
  'assist-note',
  'attempts',
  'banner',
  'body',
  'button',
  'button-primary',
  'button-secondary',
  'camera-select',
  'close',
  'control',
  'found',
  'frame',
  'frame-progress',
  'hint',
  'hint-icon',
  'light',
  'oval',
  'oval-progress',
  'panel',
  'picture',
  'problems',
  'progress',
  'shutter',
  'stage',
  'switch',
  'title',
  'video',
] as const;
