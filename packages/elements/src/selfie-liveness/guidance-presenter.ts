import { GUIDANCE_CODES, type GuidanceCode } from '@bonafide/contracts/codes';
import type { ResolvedMessages } from '../messages/selfie-texts.ts';
import type { Tone } from '../shell/panel.ts';
import type { SelfieHint } from './selfie-view-model.ts';
import type { SelfieIcon } from './views/selfie-icons.ts';

const ICONS: Readonly<Record<GuidanceCode, SelfieIcon>> = {
  'no-face': 'face',
  'multiple-faces': 'faces',
  'device-tilted': 'device',
  'too-dark': 'light',
  'too-bright': 'moon',
  backlit: 'light',
  'uneven-light': 'light',
  'too-far': 'closer',
  'too-close': 'farther',
  'partial-face': 'face',
  'move-left': 'arrow-left',
  'move-right': 'arrow-right',
  'move-up': 'arrow-up',
  'move-down': 'arrow-down',
  'eyes-covered': 'eye',
  'mouth-covered': 'face',
  'turn-left': 'turn-left',
  'turn-right': 'turn-right',
  'chin-up': 'chin-up',
  'chin-down': 'chin-down',
  'tilt-level': 'face',
  'look-straight': 'eye',
  'eyes-closed': 'eye',
  moving: 'hold',
  blurry: 'hold',
  'frame-rate-low': 'slow',
  'hold-still': 'hold',
  ready: 'check',
  captured: 'check',
};

const TONES: Readonly<Record<(typeof GUIDANCE_CODES)[GuidanceCode]['severity'], Tone>> = {
  problem: 'neutral',
  instruction: 'ok',
  ok: 'ok',
};

/**
 * Left and right in guidance are the person's own. In a mirrored picture their left is the screen's left; in one that
 * is not mirrored it is the screen's right, and the arrow has to point there.
 */
const OPPOSITE: Partial<Record<SelfieIcon, SelfieIcon>> = {
  'arrow-left': 'arrow-right',
  'arrow-right': 'arrow-left',
  'turn-left': 'turn-right',
  'turn-right': 'turn-left',
};

/** One guidance code as the hint over the video. */
export function presentHint(code: GuidanceCode, mirrored: boolean, messages: ResolvedMessages): SelfieHint {
  const icon = ICONS[code];
  const { severity, priority } = GUIDANCE_CODES[code];
  return {
    code,
    text: messages.guidance[code],
    icon: mirrored ? icon : (OPPOSITE[icon] ?? icon),
    tone: TONES[severity],
    rank: priority,
  };
}
