import type { CSSResultGroup } from 'lit';
import { cameraStyles } from './styles/camera-styles.ts';
import { frameStyles } from './styles/frame-styles.ts';
import { panelLayoutStyles } from './styles/panel-layout-styles.ts';
import { panelStyles } from './styles/panel-styles.ts';
import { tokenStyles } from './styles/token-styles.ts';

/** Adopted style sheets: a page's `style-src 'self'` lets them through. */
export const selfieLivenessStyles: CSSResultGroup = [
  tokenStyles,
  frameStyles,
  panelStyles,
  panelLayoutStyles,
  cameraStyles,
];
