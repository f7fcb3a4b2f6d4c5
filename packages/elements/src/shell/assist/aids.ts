/**
 * What helps a person who cannot see the screen, keep up or hold still: directions that are spoken, tones, vibration, larger
 * text, no deadline in front of the camera and longer ones elsewhere, and the shutter at once beside the automatic photo.
 */
export const AIDS = ['speech', 'tones', 'haptics', 'large-text', 'more-time', 'shutter'] as const;

export type Aid = (typeof AIDS)[number];

/** The aids that a setting names, in their own order. What it does not know it passes over: a page may be newer than this. */
export function aidsOf(setting: string | boolean): readonly Aid[] {
  const words = typeof setting === 'string' ? setting.trim().split(/\s+/) : [setting ? 'on' : 'offer'];
  return words.some((word) => word === '' || word === 'on') ? AIDS : AIDS.filter((aid) => words.includes(aid));
}

/** Whether the person may turn aids on and off. */
export function isAssistOffered(setting: string | boolean): boolean {
  return setting !== 'off';
}

/** The setting that names these aids. */
export function toAssistSetting(aids: readonly Aid[]): string {
  if (aids.length === 0) return 'offer';
  return aids.length === AIDS.length ? 'on' : aids.join(' ');
}

/** The same aids with one more, or without it. */
export function withAid(aids: readonly Aid[], aid: Aid, isOn: boolean): readonly Aid[] {
  return AIDS.filter((each) => (each === aid ? isOn : aids.includes(each)));
}
