import type { CSSResultGroup } from 'lit';
import { cardEmblemStyles } from '../document-capture/styles/card-emblem-styles.ts';
import { pictureStyles } from '../document-capture/styles/picture-styles.ts';
import { assistStyles } from '../shell/styles/assist-styles.ts';
import { frameStyles } from '../shell/styles/frame-styles.ts';
import { panelLayoutStyles } from '../shell/styles/panel-layout-styles.ts';
import { panelStyles } from '../shell/styles/panel-styles.ts';
import { tokenStyles } from '../shell/styles/token-styles.ts';
import { formStyles } from './styles/form-styles.ts';
import { handoverStyles } from './styles/handover-styles.ts';
import { journeyStyles } from './styles/journey-styles.ts';
import { reviewStyles } from './styles/review-styles.ts';

/** Adopted style sheets: a page's `style-src 'self'` lets them through. */
export const idVerificationStyles: CSSResultGroup = [
  tokenStyles,
  frameStyles,
  assistStyles,
  panelStyles,
  panelLayoutStyles,
  cardEmblemStyles,
  pictureStyles,
  journeyStyles,
  formStyles,
  reviewStyles,
  handoverStyles,
];
