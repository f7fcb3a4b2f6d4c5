const UNITS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** Source: documented. */
export const DEFAULT_TIME_TO_LIVE_MS = 90 * UNITS.d;

/** `90d`, `1h`; seconds where there is no unit, as in the settings of the journey. Null for what is no time. */
export function parseTimeToLive(text: string): number | null {
  const [, digits, unit = 's'] = /^([1-9]\d{0,8})([smhd])?$/.exec(text) ?? [];
  return digits === undefined ? null : Number(digits) * UNITS[unit as keyof typeof UNITS];
}
