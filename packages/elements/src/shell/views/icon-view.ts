import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

export type IconDrawings<Icon extends string> = Readonly<Record<Icon, SVGTemplateResult>>;

/**
 * What more than one element draws, on a 24 × 24 grid with a 1.75 stroke. Directions are the screen's: they do not turn
 * round in right-to-left text.
 */
export const SHELL_ICONS = {
  alert: svg`<path d="M12 7.5v5.5"/><path d="M12 16.6v.01"/><circle cx="12" cy="12" r="9"/>`,
  'arrow-down': svg`<path d="M12 4.5v15M5.5 13l6.5 6.5 6.5-6.5"/>`,
  'arrow-left': svg`<path d="M19.5 12h-15M11 5.5 4.5 12l6.5 6.5"/>`,
  'arrow-right': svg`<path d="M4.5 12h15M13 5.5l6.5 6.5-6.5 6.5"/>`,
  'arrow-up': svg`<path d="M12 19.5v-15M5.5 11 12 4.5l6.5 6.5"/>`,
  assist: svg`<circle cx="12" cy="12" r="9.5"/><circle cx="12" cy="6.6" r="0.9" fill="currentColor"/><path d="M7 9.6c3.2 1 6.8 1 10 0M12 10.3v4M9.4 18.2l2.6-4 2.6 4"/>`,
  camera: svg`<path d="M4.5 7.5h3l1.6-2.5h5.8l1.6 2.5h3a1.5 1.5 0 0 1 1.5 1.5v8.5a1.5 1.5 0 0 1-1.5 1.5h-15A1.5 1.5 0 0 1 3 17.5V9a1.5 1.5 0 0 1 1.5-1.5Z"/><circle cx="12" cy="13" r="3.5"/>`,
  'camera-off': svg`<path d="M8.5 5.8 9.1 5h5.8l1.6 2.5h3A1.5 1.5 0 0 1 21 9v8.5M17.5 19h-13A1.5 1.5 0 0 1 3 17.5V9a1.5 1.5 0 0 1 1.5-1.5h1"/><path d="M9.7 10.4a3.5 3.5 0 0 0 4.9 4.9"/><path d="m3.5 3.5 17 17"/>`,
  check: svg`<path d="m5 12.7 4.6 4.6L19.2 7"/>`,
  close: svg`<path d="m6 6 12 12M18 6 6 18"/>`,
  closer: svg`<path d="M14 4h6v6M20 4l-6.5 6.5M10 20H4v-6M4 20l6.5-6.5"/>`,
  device: svg`<rect x="7" y="2.75" width="10" height="18.5" rx="2.25"/><path d="M11 18.25h2"/>`,
  farther: svg`<path d="M20 10h-6V4M14 10l6.5-6.5M4 14h6v6M10 14l-6.5 6.5"/>`,
  hold: svg`<circle cx="12" cy="12" r="2.5"/><path d="M12 2.5v4M12 17.5v4M2.5 12h4M17.5 12h4"/><circle cx="12" cy="12" r="7"/>`,
  light: svg`<circle cx="12" cy="12" r="4"/><path d="M12 2.5v2M12 19.5v2M2.5 12h2M19.5 12h2M5.3 5.3l1.4 1.4M17.3 17.3l1.4 1.4M5.3 18.7l1.4-1.4M17.3 6.7l1.4-1.4"/>`,
  lock: svg`<rect x="5" y="10.5" width="14" height="10" rx="2"/><path d="M8.25 10.5V7.25a3.75 3.75 0 0 1 7.5 0v3.25M12 14.5v2"/>`,
  moon: svg`<path d="M20 14.2A8.3 8.3 0 0 1 9.8 4 8.3 8.3 0 1 0 20 14.2Z"/>`,
  offline: svg`<path d="M8.7 12.7a6 6 0 0 1 2-.9M5.3 9.3a11 11 0 0 1 3.2-1.9M12.2 6.5a11 11 0 0 1 6.5 2.8M15.3 12.7l-.4-.3M12 17.5v.01M3.5 3.5l17 17"/>`,
  rotate: svg`<path d="M4.5 12a7.5 7.5 0 1 1 2.2 5.3M4.5 20v-3.8a.7.7 0 0 1 .7-.7H9"/>`,
  scan: svg`<path d="M4 8V5.5A1.5 1.5 0 0 1 5.5 4H8M16 4h2.5A1.5 1.5 0 0 1 20 5.5V8M20 16v2.5a1.5 1.5 0 0 1-1.5 1.5H16M8 20H5.5A1.5 1.5 0 0 1 4 18.5V16M7.5 12h9"/>`,
  stop: svg`<circle cx="12" cy="12" r="9"/><rect x="9" y="9" width="6" height="6" rx="1"/>`,
  voice: svg`<path d="M4 9.5v5h3.5L12 18.5v-13L7.5 9.5Z"/><path d="M15.5 9a4.2 4.2 0 0 1 0 6M18.2 6.3a8 8 0 0 1 0 11.4"/>`,
  upload: svg`<path d="M12 16.5v-12M6.5 10 12 4.5l5.5 5.5M5 20h14"/>`,
} as const satisfies IconDrawings<string>;

/** An icon that says nothing to a screen reader: the text beside it does. */
export function iconView(drawing: SVGTemplateResult, part?: string): TemplateResult {
  return html`<svg class="icon" part=${part ?? nothing} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    ${drawing}
  </svg>`;
}
