import { DOCUMENT_GUIDANCE_CODES, type DocumentGuidanceCode } from '@bonafide/contracts/codes';
import type { ResolvedDocumentMessages } from '../messages/document-texts.ts';
import type { DocumentHint } from './document-view-model.ts';
import type { DocumentIcon } from './views/document-icons.ts';

const ICONS: Readonly<Record<DocumentGuidanceCode, DocumentIcon>> = {
  'no-document': 'card',
  'wrong-side': 'flip',
  'unsupported-document': 'card',
  'too-dark': 'light',
  'too-bright': 'moon',
  'too-far': 'closer',
  'too-close': 'farther',
  'too-close-to-edge': 'corners',
  'off-centre': 'corners',
  rotate: 'straighten',
  tilted: 'tilt',
  occluded: 'finger',
  'photo-occluded': 'finger',
  glare: 'glare',
  'not-original': 'screen',
  moving: 'hold',
  blurry: 'hold',
  'flip-card': 'flip',
  'hold-still': 'hold',
  ready: 'check',
  captured: 'check',
};

/** One guidance code as the hint over the video. */
export function presentDocumentHint(code: DocumentGuidanceCode, { guidance }: ResolvedDocumentMessages): DocumentHint {
  const { severity, priority } = DOCUMENT_GUIDANCE_CODES[code];
  const tone = severity === 'problem' ? 'neutral' : 'ok';
  return { code, text: guidance[code], icon: ICONS[code], tone, rank: priority };
}
