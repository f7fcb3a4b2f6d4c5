import { css } from 'lit';

/**
 * Public tokens (`--sl-…`) become private ones (`--_…`) with a default each. Every pair of text and ground below meets
 * WCAG 2.2 AA by itself, in both themes; the scrim is dense enough to do so over any picture.
 */
const light = css`
  color-scheme: light;
  --_bg: var(--sl-color-bg, #ffffff);
  --_fg: var(--sl-color-fg, #11161d);
  --_muted: var(--sl-color-muted, #4d5966);
  --_accent: var(--sl-color-accent, #3730c4);
  --_on-accent: var(--sl-color-on-accent, #ffffff);
  --_ok: var(--sl-color-ok, #0b7547);
  --_on-ok: var(--sl-color-bg, #ffffff);
  --_warn: var(--sl-color-warn, #8f5200);
  --_error: var(--sl-color-error, #b3231c);
  --_scrim: var(--sl-color-scrim, rgb(255 255 255 / 0.9));
  --_line: color-mix(in srgb, var(--_fg) 14%, var(--_bg));
  --_raised: color-mix(in srgb, var(--_accent) 5%, var(--_bg));
  --_shade: rgb(17 22 29 / 0.16);
`;

const dark = css`
  color-scheme: dark;
  --_bg: var(--sl-color-bg, #0e1217);
  --_fg: var(--sl-color-fg, #f3f5f7);
  --_muted: var(--sl-color-muted, #a9b4c0);
  --_accent: var(--sl-color-accent, #aab2ff);
  --_on-accent: var(--sl-color-on-accent, #12143a);
  --_ok: var(--sl-color-ok, #4fdb9b);
  --_on-ok: var(--sl-color-bg, #0e1217);
  --_warn: var(--sl-color-warn, #f5b95f);
  --_error: var(--sl-color-error, #ff9a92);
  --_scrim: var(--sl-color-scrim, rgb(14 18 23 / 0.86));
  --_line: color-mix(in srgb, var(--_fg) 20%, var(--_bg));
  --_raised: color-mix(in srgb, var(--_accent) 8%, var(--_bg));
  --_shade: rgb(0 0 0 / 0.5);
`;

export const tokenStyles = css`
  :host {
    ${light}
    --_font: var(--sl-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif);
    --_radius: var(--sl-radius, 0.875rem);
    --_space: var(--sl-space, 1rem);
    --_hint-size: var(--sl-hint-size, 1.125rem);
    --_motion: var(--sl-motion, 240ms);
    --_text: 1;
    --_oval-stroke: var(--sl-oval-stroke, var(--_line));
    --_oval-stroke-ready: var(--sl-oval-stroke-ready, var(--_accent));
    --_oval-stroke-ok: var(--sl-oval-stroke-ok, var(--_ok));
  }

  :host([theme='dark']) {
    ${dark}
  }

  @media (prefers-color-scheme: dark) {
    :host(:not([theme='light'])) {
      ${dark}
    }
  }

  @media (prefers-contrast: more) {
    :host {
      --_muted: var(--_fg);
      --_line: var(--_fg);
      --_scrim: var(--_bg);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion: 0.01ms;
    }
  }
`;
