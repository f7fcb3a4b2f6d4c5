import { svg } from 'lit';
import { SHELL_ICONS, type IconDrawings } from '../../shell/views/icon-view.ts';

const head = svg`<ellipse cx="12" cy="12" rx="7.25" ry="9.25"/>`;

/** What the selfie check draws: faces and what they do, beside what every element draws. */
export const SELFIE_ICONS = {
  ...SHELL_ICONS,
  glow: svg`<rect x="8" y="5.5" width="8" height="13" rx="1.75"/><path d="M12 1.5v1.25M12 21.25v1.25M4.75 7 3.5 6.25M4.75 17l-1.25.75M19.25 7l1.25-.75M19.25 17l1.25.75M4.25 12H2.75M21.25 12h-1.5"/>`,
  'chin-down': svg`${head}<path d="M12 9v6.5M9.5 13l2.5 2.5 2.5-2.5"/>`,
  'chin-up': svg`${head}<path d="M12 15.5V9M9.5 11.5 12 9l2.5 2.5"/>`,
  eye: svg`<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z"/><circle cx="12" cy="12" r="2.9"/>`,
  face: svg`${head}<path d="M9.4 9.4v1.2M14.6 9.4v1.2M9 14.75c1.6 1.9 4.4 1.9 6 0"/>`,
  faces: svg`<circle cx="9" cy="9" r="3.5"/><path d="M2.5 19.5c.5-3.6 3.1-5.5 6.5-5.5s6 1.9 6.5 5.5"/><path d="M15.5 5.8a3.5 3.5 0 0 1 0 6.4M18.2 14.7c1.9.8 3 2.4 3.3 4.8"/>`,
  slow: svg`<path d="M12 7.5V12l3 2"/><circle cx="12" cy="12" r="9"/>`,
  smile: svg`<path d="M8.2 7.8v1.9M15.8 7.8v1.9M7.4 15.2c2.4 2.9 6.8 2.9 9.2 0"/>`,
  'turn-left': svg`<path d="M9 20c6 0 10-3.5 10-8s-4-7-9-7H4.5M8.5 1.5 4.5 5l4 3.5"/>`,
  'turn-right': svg`<path d="M15 20c-6 0-10-3.5-10-8s4-7 9-7h5.5M15.5 1.5l4 3.5-4 3.5"/>`,
} as const satisfies IconDrawings<string>;

export type SelfieIcon = keyof typeof SELFIE_ICONS;
