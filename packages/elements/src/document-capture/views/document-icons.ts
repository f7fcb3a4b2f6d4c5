import { svg } from 'lit';
import { SHELL_ICONS, type IconDrawings } from '../../shell/views/icon-view.ts';

const card = svg`<rect x="2.75" y="5.5" width="18.5" height="13" rx="2"/>`;

/** What the elements for documents draw: cards and what happens to them, beside what every element draws. */
export const DOCUMENT_ICONS = {
  ...SHELL_ICONS,
  back: svg`<path d="M19.5 12h-15M11 5.5 4.5 12l6.5 6.5"/>`,
  card: svg`${card}<circle cx="8" cy="10.6" r="1.6"/><path d="M5.4 15.4c.3-1.5 1.3-2.3 2.6-2.3s2.3.8 2.6 2.3M13.5 10h4.75M13.5 13.75h3"/>`,
  'card-back': svg`${card}<path d="M2.75 9.5h18.5M6 15h6"/>`,
  clock: svg`<path d="M12 7.5V12l3 2"/><circle cx="12" cy="12" r="9"/>`,
  copy: svg`<rect x="8.5" y="8.5" width="11.5" height="11.5" rx="2"/><path d="M15.5 8.5V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v7.5a2 2 0 0 0 2 2h2.5"/>`,
  corners: svg`<path d="M3.5 9V7a1.5 1.5 0 0 1 1.5-1.5h3M16 5.5h3A1.5 1.5 0 0 1 20.5 7v2M20.5 15v2a1.5 1.5 0 0 1-1.5 1.5h-3M8 18.5H5A1.5 1.5 0 0 1 3.5 17v-2"/>`,
  file: svg`<path d="M6.5 3h7l5 5v11.5a1.5 1.5 0 0 1-1.5 1.5H6.5A1.5 1.5 0 0 1 5 19.5v-15A1.5 1.5 0 0 1 6.5 3Z"/><path d="M13.5 3v5h5"/>`,
  finger: svg`${card}<path d="M7 21.5v-7a1.75 1.75 0 0 1 3.5 0v7"/>`,
  flip: svg`<rect x="4" y="9" width="16" height="11" rx="1.75"/><path d="M7 5.5c2.8-2.4 7.2-2.4 10 0M17.5 2.5v3.25h-3.25"/>`,
  glare: svg`${card}<path d="M12 8.6v2M12 13.4v2M8.6 12h2M13.4 12h2"/>`,
  person: svg`<circle cx="12" cy="8" r="4"/><path d="M4.5 20.5c.6-4.1 3.5-6.5 7.5-6.5s6.9 2.4 7.5 6.5"/>`,
  passport: svg`<rect x="5" y="2.75" width="14" height="18.5" rx="2"/><circle cx="12" cy="10" r="3.25"/><path d="M9 17.25h6"/>`,
  phone: svg`<rect x="7" y="2.75" width="10" height="18.5" rx="2.25"/><path d="M11 18.25h2"/>`,
  screen: svg`<rect x="3" y="4.5" width="18" height="12" rx="1.75"/><path d="M8.5 20h7M12 16.5V20"/>`,
  straighten: svg`<rect x="3.5" y="7" width="15" height="10" rx="1.5" transform="rotate(-14 11 12)"/><path d="M19 16.5c1-1.4 1.5-3 1.5-4.5M20.9 17.3l-2.2-.6.4-2.2"/>`,
  tilt: svg`<path d="M6.5 6.5h11l3.5 11H3l3.5-11Z"/>`,
  torch: svg`<path d="M8 3h8v3.5c0 1.8-1.75 2.2-1.75 4V19a1.5 1.5 0 0 1-1.5 1.5h-1.5a1.5 1.5 0 0 1-1.5-1.5v-8.5c0-1.8-1.75-2.2-1.75-4V3ZM8 6h8M12 13v2"/>`,
  wheel: svg`<rect x="3.5" y="6" width="17" height="12" rx="2"/><path d="M6.5 9.5h5M6.5 12h3M6.5 14.5h4"/><circle cx="16" cy="11" r="1.75"/><path d="M13.75 15c.3-1.3 1.1-2 2.25-2s1.95.7 2.25 2"/>`,
} as const satisfies IconDrawings<string>;

export type DocumentIcon = keyof typeof DOCUMENT_ICONS;
