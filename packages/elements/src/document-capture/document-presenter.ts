import { likeliestFormat, type DocumentCaptureSnapshot } from '@bonafide/browser-core/identity';
import type { ErrorCode } from '@bonafide/contracts/codes';
import type { ResolvedDocumentMessages } from '../messages/document-texts.ts';
import type { TitledMessage } from '../messages/messages.ts';
import { aidsOf } from '../shell/assist/aids.ts';
import { presentAssist, presentAssistNote } from '../shell/assist/present-assist.ts';
import { cameraErrorScreen } from '../shell/camera-error-screen.ts';
import { errorEmblem } from '../shell/error-emblem.ts';
import { panelAction } from '../shell/panel-action.ts';
import { presentCameraChoice, progressInWords } from '../shell/present-parts.ts';
import { wayOn } from '../shell/way-on.ts';
import { presentDocumentHint } from './document-hint.ts';
import type {
  DocumentAction,
  DocumentCameraView,
  DocumentControl,
  DocumentEmblem,
  DocumentPictureView,
  DocumentScreen,
  DocumentView,
} from './document-view-model.ts';
import { layoutOf } from './layout-of.ts';

/** What the element knows beside its session, as far as it changes what is shown. */
export interface DocumentViewOptions {
  /** Whether a picture is shown to be kept or taken again. */
  readonly review: boolean;
  /** Whether the person has kept it. */
  readonly kept: boolean;
  /** Whether no camera is used at all. */
  readonly uploadOnly: boolean;
  /** Whether the last screen waits for a press. */
  readonly resultScreen: boolean;
  /** What helps the person, as the element's property says it. */
  readonly assist: string | boolean;
}

/** Turns what a session says into what is shown. Pure: the same arguments give an equal view. */
export function presentDocument(
  snapshot: DocumentCaptureSnapshot,
  options: DocumentViewOptions,
  messages: ResolvedDocumentMessages,
): DocumentView {
  const screen = screenOf(snapshot, options);
  const { title, body } = wordsOf(screen, snapshot, messages);
  const progress = screen === 'loading' || screen === 'camera' ? snapshot.progress : null;
  const camera = screen === 'camera' ? presentCamera(snapshot, messages) : null;
  const picture = screen === 'refused' || screen === 'review' ? presentPicture(screen, snapshot, messages) : null;
  const isToBeRead = screen === 'start' || screen === 'upload';
  const assistNote = isToBeRead ? presentAssistNote(options.assist, messages) : null;
  return {
    ...presentAssist(options.assist, messages),
    screen,
    lang: messages.lang,
    label: messages.label,
    title,
    body,
    emblem: emblemOf(screen, snapshot),
    points: isToBeRead ? adviceOf(messages) : [],
    assistNote,
    privacy: null,
    steps:
      screen === 'permission-denied' && snapshot.failure?.code === 'permission-denied' ? messages.permissionSteps : [],
    attempts: null,
    actions: actionsOf(screen, snapshot, options, messages),
    camera,
    picture,
    banner: null,
    close: isOver(snapshot, screen)
      ? panelAction('close', messages.actions.close, 'secondary')
      : panelAction('cancel', messages.actions.cancel, 'secondary'),
    progress,
    progressText: screen === 'loading' && progress !== null ? progressInWords(progress, messages) : null,
    announcement:
      hintInWords(camera, options, messages) ??
      [title, body, assistNote?.text ?? '', ...(picture === null ? [] : picture.problems)].join(' ').trim(),
  };
}

/** Who may not see the frame is told where to look for the document. */
function hintInWords(
  camera: DocumentCameraView | null,
  { assist }: DocumentViewOptions,
  { unseen }: ResolvedDocumentMessages,
): string | null {
  if (camera?.hint == null) return null;
  return camera.hint.code === 'no-document' && aidsOf(assist).length > 0 ? unseen : camera.hint.text;
}

/** Whether closing leaves rather than cancels. */
function isOver({ phase, failure }: DocumentCaptureSnapshot, screen: DocumentScreen): boolean {
  if (phase === 'idle' || phase === 'cancelled' || phase === 'unsupported' || screen === 'captured') return true;
  return phase === 'error' && failure?.retryable !== true;
}

function screenOf({ phase, failure }: DocumentCaptureSnapshot, options: DocumentViewOptions): DocumentScreen {
  switch (phase) {
    case 'idle':
      return 'start';
    case 'checking':
    case 'loading':
      return 'loading';
    case 'requesting-permission':
      return 'permission';
    case 'aligning':
    case 'holding':
      return options.uploadOnly ? 'upload' : 'camera';
    case 'captured':
      return options.review && !options.kept ? 'review' : 'captured';
    case 'error':
      return cameraErrorScreen(failure?.code);
    default:
      return phase;
  }
}

function wordsOf(
  screen: DocumentScreen,
  snapshot: DocumentCaptureSnapshot,
  messages: ResolvedDocumentMessages,
): TitledMessage {
  const { failure } = snapshot;
  switch (screen) {
    case 'start':
      return { title: sideOf(snapshot, messages), body: messages.start };
    case 'camera':
      return { title: sideOf(snapshot, messages), body: messages.camera };
    case 'upload':
      return { title: sideOf(snapshot, messages), body: messages.upload };
    case 'unsupported':
    case 'error':
    case 'permission-denied':
    case 'no-camera':
    case 'camera-in-use':
      return messages.errors[failure?.code ?? 'internal'];
    case 'cancelled':
      return failure === null ? messages.cancelled : messages.errors[failure.code];
    default:
      return messages[screen];
  }
}

function sideOf({ expected, side }: DocumentCaptureSnapshot, { sides }: ResolvedDocumentMessages): string {
  return sides[expected?.documentType ?? 'any'][side];
}

function presentPicture(
  screen: DocumentScreen,
  snapshot: DocumentCaptureSnapshot,
  messages: ResolvedDocumentMessages,
): DocumentPictureView {
  return {
    label: messages.pictureOf.replace('{side}', sideOf(snapshot, messages)),
    warning: screen === 'review' && snapshot.problems.length > 0 ? messages.warning : null,
    problems: snapshot.problems.map((code) => messages.problems[code]),
  };
}

function presentCamera(snapshot: DocumentCaptureSnapshot, messages: ResolvedDocumentMessages): DocumentCameraView {
  const hint = snapshot.guidance === null ? null : presentDocumentHint(snapshot.guidance, messages);
  const wanted = { documentType: snapshot.expected?.documentType ?? null, side: snapshot.side };
  return {
    hint,
    frame: {
      format: likeliestFormat(wanted.documentType),
      layout: layoutOf(wanted),
      state: snapshot.phase === 'holding' ? 'holding' : hint?.tone === 'ok' ? 'ready' : 'searching',
    },
    shutter: snapshot.manualCapture
      ? { action: panelAction('capture', messages.actions.capture), note: messages.manualCapture }
      : null,
    controls: controlsOf(snapshot, messages),
    cameras: presentCameraChoice(snapshot, messages),
  };
}

function controlsOf(
  { uploadOffered, torch }: DocumentCaptureSnapshot,
  { actions }: ResolvedDocumentMessages,
): readonly DocumentControl[] {
  const controls: DocumentControl[] = [];
  if (uploadOffered) {
    controls.push({ ...panelAction('upload', actions.upload, 'secondary'), icon: 'file', pressed: null });
  }
  if (torch !== null) {
    const label = torch ? actions.torchOff : actions.torchOn;
    controls.push({ ...panelAction('torch', label, 'secondary'), icon: 'torch', pressed: torch });
  }
  return controls;
}

function adviceOf({ advice }: ResolvedDocumentMessages): DocumentView['points'] {
  return [
    { icon: 'light', ...advice.light },
    { icon: 'corners', ...advice.whole },
    { icon: 'card', ...advice.original },
  ];
}

function emblemOf(screen: DocumentScreen, { progress, failure, side }: DocumentCaptureSnapshot): DocumentEmblem {
  switch (screen) {
    case 'permission':
      return { icon: 'camera', tone: 'neutral', ring: 'busy' };
    case 'loading':
      return { icon: 'card', tone: 'neutral', ring: progress === null ? 'busy' : 'progress' };
    case 'reading':
      return { icon: 'scan', tone: 'neutral', ring: 'busy' };
    case 'captured':
      return { icon: 'check', tone: 'ok', ring: 'still' };
    case 'permission-denied':
    case 'no-camera':
    case 'camera-in-use':
      return { icon: 'camera-off', tone: 'warn', ring: 'still' };
    case 'error':
      return documentErrorEmblem(failure?.code);
    case 'unsupported':
      return { icon: 'alert', tone: 'error', ring: 'still' };
    case 'cancelled':
      return { icon: 'stop', tone: 'neutral', ring: 'still' };
    default:
      return { icon: side === 'back' ? 'card-back' : 'card', tone: 'neutral', ring: 'still' };
  }
}

function documentErrorEmblem(code: ErrorCode = 'internal'): DocumentEmblem {
  if (code === 'document-wrong-side') return { icon: 'flip', tone: 'warn', ring: 'still' };
  if (code.startsWith('file-') || code.startsWith('image-')) return { icon: 'file', tone: 'warn', ring: 'still' };
  return errorEmblem(code);
}

function actionsOf(
  screen: DocumentScreen,
  snapshot: DocumentCaptureSnapshot,
  options: DocumentViewOptions,
  { actions }: ResolvedDocumentMessages,
): readonly DocumentAction[] {
  switch (screen) {
    case 'start':
      return [panelAction('start', actions.start)];
    case 'upload':
      return [panelAction('upload', actions.upload)];
    case 'refused':
      return [panelAction('retry', actions.retake), ...uploadInstead(snapshot, actions)];
    case 'review':
      return [panelAction('keep', actions.keep), panelAction('retake', actions.retake, 'secondary')];
    case 'captured':
      return options.resultScreen ? [panelAction('close', actions.done)] : [];
    case 'cancelled':
      return [panelAction('start-over', actions.startOver)];
    case 'unsupported':
      return [panelAction('close', actions.close)];
    case 'error':
    case 'permission-denied':
    case 'no-camera':
    case 'camera-in-use':
      return [
        wayOn({ canRetry: snapshot.failure?.retryable === true, failure: snapshot.failure }, actions),
        ...uploadInstead(snapshot, actions),
      ];
    default:
      return [];
  }
}

function uploadInstead(
  { uploadOffered }: DocumentCaptureSnapshot,
  actions: ResolvedDocumentMessages['actions'],
): readonly DocumentAction[] {
  return uploadOffered ? [panelAction('upload', actions.upload, 'secondary')] : [];
}
