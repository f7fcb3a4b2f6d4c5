import type { RunOptions } from 'axe-core';

/** All that axe does unasked, with the one rule of the levels A and AA that it leaves out unless asked. */
export const AXE_RULES: NonNullable<RunOptions['rules']> = { 'target-size': { enabled: true } };
