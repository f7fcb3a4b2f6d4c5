import type { CameraHint, Frame, PanelEmblem } from '../panel.ts';
import type { Moment } from './present-assistance.ts';

interface ToldView extends Pick<Frame<string, string>, 'screen' | 'lang' | 'announcement'> {
  readonly emblem: PanelEmblem<string>;
  readonly camera?: { readonly hint: CameraHint<string, string> | null } | null;
}

/** What of a view is told to those who do not see it. */
export function told({ screen, lang, announcement, emblem, camera }: ToldView) {
  const hint = camera?.hint ?? null;
  return {
    screen,
    lang,
    announcement,
    hint: hint === null ? null : { code: hint.code, rank: hint.rank, good: hint.tone === 'ok' },
    outcome: camera == null ? outcomeOf(emblem) : null,
  };
}

function outcomeOf({ tone }: PanelEmblem<string>): Moment['outcome'] {
  if (tone === 'neutral') return null;
  return tone === 'ok' ? 'done' : 'problem';
}
