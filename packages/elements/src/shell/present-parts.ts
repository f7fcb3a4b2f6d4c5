import type { CameraMessages } from '../messages/messages.ts';
import { formatMessage, formatPercent } from '../messages/format-message.ts';
import type { CameraChoice } from './panel.ts';

const PROGRESS_WORD_STEP = 0.05;

/** A progress of 0–1 in words that change in steps of 5 %. */
export function progressInWords(
  progress: number,
  messages: Pick<CameraMessages, 'progress'> & { readonly lang: string },
): string {
  const step = Math.floor(progress / PROGRESS_WORD_STEP) * PROGRESS_WORD_STEP;
  return formatMessage(messages.progress, { percent: formatPercent(messages.lang, step) });
}

export interface KnownCameras {
  readonly cameras: readonly { readonly deviceId: string; readonly label: string }[];
  readonly cameraId: string | null;
}

/** The list of cameras; null where there is no choice. */
export function presentCameraChoice(
  { cameras, cameraId }: KnownCameras,
  messages: Pick<CameraMessages, 'cameraSelect' | 'cameraUnnamed'> & { readonly lang: string },
): CameraChoice | null {
  if (cameras.length < 2) return null;
  const numbers = new Intl.NumberFormat(messages.lang);
  return {
    label: messages.cameraSelect,
    selectedId: cameraId,
    options: cameras.map(({ deviceId, label }, index) => ({
      id: deviceId,
      label: label === '' ? formatMessage(messages.cameraUnnamed, { number: numbers.format(index + 1) }) : label,
    })),
  };
}
