import { html, nothing, type TemplateResult } from 'lit';
import { cameraSelectView } from '../shell/views/camera-parts-view.ts';
import { frameView } from '../shell/views/frame-view.ts';
import { panelView } from '../shell/views/panel-view.ts';
import { DOCUMENT_DRAWING } from './document-drawing.ts';
import type { DocumentActionId, DocumentScreen, DocumentView } from './document-view-model.ts';
import { documentCameraView } from './views/document-camera-view.ts';
import { documentPictureView } from './views/document-picture-view.ts';

export interface DocumentViewHandlers {
  readonly onAction: (id: DocumentActionId) => void;
  readonly onCamera: (deviceId: string) => void;
  readonly onFile: (file: File) => void;
}

/** What the view shows that is not plain data. */
export interface DocumentViewMedia {
  /** Address of the picture that was taken. */
  readonly pictureUrl: string | null;
  /** What the file chooser offers. */
  readonly accept: string;
}

/** Screens whose panel a page may replace through a slot of the same name. */
const SLOTS: Readonly<Record<DocumentScreen, string | null>> = {
  start: 'intro',
  permission: 'permission',
  loading: null,
  camera: null,
  upload: null,
  reading: null,
  refused: null,
  review: null,
  captured: 'captured',
  'permission-denied': 'permission-denied',
  'no-camera': 'no-camera',
  'camera-in-use': 'camera-in-use',
  error: 'error',
  unsupported: 'unsupported',
  cancelled: 'cancelled',
};

/** The whole element: header, the screen, footer, and the file chooser that nobody sees. */
export function documentCaptureView(
  view: DocumentView,
  { pictureUrl, accept }: DocumentViewMedia,
  { onAction, onCamera, onFile }: DocumentViewHandlers,
): TemplateResult {
  const { camera, picture } = view;
  const more = picture === null ? nothing : documentPictureView(picture, pictureUrl);
  return html`${frameView(
      view,
      {
        header: camera?.cameras ? cameraSelectView(camera.cameras, onCamera) : nothing,
        screen:
          camera === null
            ? panelView(view, onAction, DOCUMENT_DRAWING, more)
            : documentCameraView(view, camera, onAction),
        slot: SLOTS[view.screen],
      },
      onAction,
    )}
    <input
      type="file"
      hidden
      accept=${accept}
      @change=${(event: Event) => {
        const input = event.currentTarget as HTMLInputElement;
        const [file] = input.files ?? [];
        // The same file again has to be a change again.
        input.value = '';
        if (file !== undefined) onFile(file);
      }}
    />`;
}
