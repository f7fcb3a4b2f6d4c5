import { nothing, type TemplateResult } from 'lit';
import type { OnAction } from '../shell/panel.ts';
import { cameraSelectView } from '../shell/views/camera-parts-view.ts';
import type { Drawing } from '../shell/views/emblem-view.ts';
import { frameView } from '../shell/views/frame-view.ts';
import { panelView } from '../shell/views/panel-view.ts';
import type { SelfieActionId, SelfieScreen, SelfieView } from './selfie-view-model.ts';
import { cameraView } from './views/camera-view.ts';
import { ringView } from './views/ring-view.ts';
import { SELFIE_ICONS, type SelfieIcon } from './views/selfie-icons.ts';

export interface SelfieViewHandlers {
  readonly onAction: OnAction<SelfieActionId>;
  readonly onCamera: (deviceId: string) => void;
}

/** Screens whose panel a page may replace through a slot of the same name. */
const SLOTS: Readonly<Record<SelfieScreen, string | null>> = {
  start: 'intro',
  consent: 'consent',
  permission: 'permission',
  loading: null,
  camera: null,
  captured: null,
  submitting: null,
  processing: 'processing',
  passed: 'passed',
  failed: 'failed',
  'permission-denied': 'permission-denied',
  'no-camera': 'no-camera',
  'camera-in-use': 'camera-in-use',
  error: 'error',
  unsupported: 'unsupported',
  cancelled: 'cancelled',
};

const DRAWING: Drawing<SelfieIcon> = { icons: SELFIE_ICONS, ring: ringView };

/** The whole element: header, the screen, footer. */
export function selfieLivenessView(view: SelfieView, { onAction, onCamera }: SelfieViewHandlers): TemplateResult {
  const { camera } = view;
  return frameView(
    view,
    {
      header: camera?.cameras ? cameraSelectView(camera.cameras, onCamera) : nothing,
      screen: camera === null ? panelView(view, onAction, DRAWING) : cameraView(view, camera, onAction),
      slot: SLOTS[view.screen],
    },
    onAction,
  );
}
