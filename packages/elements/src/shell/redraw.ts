import type { ReactiveElement } from 'lit';
import { sameViewButProgress } from './same-view.ts';
import { drawProgress } from './views/ring-dash.ts';

/** Shows another view of a camera's screen: only the line of its progress where nothing else has changed. */
export function redraw<View extends { readonly progress: number | null }>(
  host: ReactiveElement,
  { before, now, isSameStream }: { readonly before: View | null; readonly now: View; readonly isSameStream: boolean },
): void {
  const onlyProgress = isSameStream && before !== null && host.hasUpdated && sameViewButProgress(now, before);
  if (onlyProgress) drawProgress(host.renderRoot, now.progress);
  else host.requestUpdate();
}
