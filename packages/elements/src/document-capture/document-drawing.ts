import type { Drawing } from '../shell/views/emblem-view.ts';
import { cardRingView } from './views/card-ring-view.ts';
import { DOCUMENT_ICONS, type DocumentIcon } from './views/document-icons.ts';

/** What the elements for documents draw their panels with. */
export const DOCUMENT_DRAWING: Drawing<DocumentIcon> = { icons: DOCUMENT_ICONS, ring: cardRingView };
