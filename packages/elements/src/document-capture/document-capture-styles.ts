import type { CSSResultGroup } from 'lit';
import { cameraStyles } from '../shell/styles/camera-styles.ts';
import { assistStyles } from '../shell/styles/assist-styles.ts';
import { frameStyles } from '../shell/styles/frame-styles.ts';
import { panelLayoutStyles } from '../shell/styles/panel-layout-styles.ts';
import { panelStyles } from '../shell/styles/panel-styles.ts';
import { tokenStyles } from '../shell/styles/token-styles.ts';
import { cardEmblemStyles } from './styles/card-emblem-styles.ts';
import { cardStyles } from './styles/card-styles.ts';
import { pictureStyles } from './styles/picture-styles.ts';

/** Adopted style sheets: a page's `style-src 'self'` lets them through. */
export const documentCaptureStyles: CSSResultGroup = [
  tokenStyles,
  frameStyles,
  assistStyles,
  panelStyles,
  panelLayoutStyles,
  cardEmblemStyles,
  cameraStyles,
  cardStyles,
  pictureStyles,
];
