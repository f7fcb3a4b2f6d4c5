import type { ErrorCode } from '@bonafide/contracts/codes';
import type { SessionSnapshot } from '@bonafide/browser-core/session';
import { formatMessage, formatPlural } from '../messages/format-message.ts';
import type { ResolvedMessages } from '../messages/selfie-texts.ts';
import type { TitledMessage } from '../messages/messages.ts';
import { aidsOf } from '../shell/assist/aids.ts';
import { presentAssist, presentAssistNote } from '../shell/assist/present-assist.ts';
import { cameraErrorScreen } from '../shell/camera-error-screen.ts';
import { errorEmblem } from '../shell/error-emblem.ts';
import { panelAction } from '../shell/panel-action.ts';
import { presentCameraChoice, progressInWords } from '../shell/present-parts.ts';
import { wayOn } from '../shell/way-on.ts';
import { presentHint } from './guidance-presenter.ts';
import type { SelfieAction, SelfieCameraView, SelfieEmblem, SelfieScreen, SelfieView } from './selfie-view-model.ts';

/** The part of the element's properties that changes what is shown. */
export interface SelfieViewOptions {
  /** The gateway's host, as the consent text names it. */
  readonly host: string;
  readonly mirrored: boolean;
  readonly cameraSelector: boolean;
  /** Whether a way to get help is offered. */
  readonly help: boolean;
  /** Whether a finished check waits for a press before the element says that it may be closed. */
  readonly resultScreen: boolean;
  /** Whether the page asked for the screen light: before a session there is no telling whether it will be shown. */
  readonly screenLight: boolean;
  /** What helps the person, as the element's property says it. */
  readonly assist: string | boolean;
}

/** Turns what a session says into what is shown. Pure: the same arguments give an equal view. */
export function presentSelfie(
  snapshot: SessionSnapshot,
  options: SelfieViewOptions,
  messages: ResolvedMessages,
): SelfieView {
  const screen = screenOf(snapshot);
  const { title, body } = wordsOf(screen, snapshot, options, messages);
  const progress = showsProgress(screen) ? snapshot.progress : null;
  const camera = screen === 'camera' ? presentCamera(snapshot, options, messages) : null;
  const isToBeRead = screen === 'start' || screen === 'consent';
  const assistNote = isToBeRead ? presentAssistNote(options.assist, messages) : null;
  return {
    ...presentAssist(options.assist, messages),
    screen,
    lang: messages.lang,
    label: messages.label,
    title,
    body,
    emblem: emblemOf(screen, snapshot),
    points: isToBeRead ? pointsOf(screen, snapshot, options, messages) : [],
    assistNote,
    privacy:
      screen === 'consent'
        ? {
            icon: 'lock',
            title: messages.consent.privacy.title,
            body: formatMessage(messages.consent.privacy.body, { host: options.host }),
          }
        : null,
    steps:
      screen === 'permission-denied' && snapshot.failure?.code === 'permission-denied' ? messages.permissionSteps : [],
    attempts:
      screen === 'failed' && snapshot.attemptsLeft !== null && snapshot.attemptsLeft > 0
        ? formatPlural(messages.lang, messages.attemptsLeft, snapshot.attemptsLeft)
        : null,
    actions: actionsOf(screen, snapshot, options, messages),
    camera,
    banner: snapshot.offline && !isOver(snapshot) ? messages.offline : null,
    close: isOver(snapshot)
      ? panelAction('close', messages.actions.close, 'secondary')
      : panelAction('cancel', messages.actions.cancel, 'secondary'),
    progress,
    progressText: progress === null || screen === 'camera' ? null : progressInWords(progress, messages),
    announcement:
      announcementOf(camera, options, messages) ?? [`${title}. ${body}`, assistNote?.text ?? ''].join(' ').trim(),
  };
}

/** Who does not see the screen glow hears of it with the hints that come meanwhile. */
function announcementOf(
  camera: SelfieCameraView | null,
  { assist }: SelfieViewOptions,
  { screenLight, unseen }: ResolvedMessages,
): string | null {
  if (camera?.hint == null) return null;
  const { code, text } = camera.hint;
  const told = code === 'no-face' && aidsOf(assist).length > 0 ? unseen : text;
  return camera.light?.colour == null ? told : `${told}. ${screenLight.title}`;
}

/** Whether the journey can only be left or started (over), not gone on with. */
function isOver({ phase, failure, attemptsLeft }: SessionSnapshot): boolean {
  if (phase === 'idle' || phase === 'passed' || phase === 'cancelled' || phase === 'unsupported') return true;
  return (phase === 'failed' || phase === 'error') && (attemptsLeft === 0 || failure?.retryable === false);
}

function screenOf({ phase, failure }: SessionSnapshot): SelfieScreen {
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
      return 'camera';
    case 'error':
      return cameraErrorScreen(failure?.code);
    default:
      return phase;
  }
}

function wordsOf(
  screen: SelfieScreen,
  { failure, screenLight }: SessionSnapshot,
  options: SelfieViewOptions,
  messages: ResolvedMessages,
) {
  switch (screen) {
    case 'start':
      return options.screenLight ? { ...messages.start, body: messages.screenLight.consent } : messages.start;
    case 'consent':
    case 'camera':
      return screenLight === null ? messages[screen] : { ...messages[screen], body: messages.screenLight[screen] };
    case 'unsupported':
    case 'error':
    case 'permission-denied':
    case 'no-camera':
    case 'camera-in-use':
      return errorWords(messages, failure?.code);
    case 'failed':
      return failure === null ? messages.failed : errorWords(messages, failure.code);
    case 'cancelled':
      return failure === null ? messages.cancelled : errorWords(messages, failure.code);
    default:
      return messages[screen];
  }
}

/** A code about documents cannot come from here; one that does all the same is read as ours. */
function errorWords({ errors }: ResolvedMessages, code: ErrorCode = 'internal'): TitledMessage {
  return code in errors ? errors[code as keyof typeof errors] : errors.internal;
}

function showsProgress(screen: SelfieScreen): boolean {
  return screen === 'loading' || screen === 'camera' || screen === 'submitting';
}

function pointsOf(
  screen: SelfieScreen,
  snapshot: SessionSnapshot,
  options: SelfieViewOptions,
  messages: ResolvedMessages,
): SelfieView['points'] {
  const { consent, screenLight } = messages;
  // Before the start no session has planned a light yet; the page has.
  const isLit = screen === 'start' ? options.screenLight : snapshot.screenLight !== null;
  return [
    // First: whoever bears changing colours badly has to see it without scrolling, and the rest is advice.
    ...(isLit ? [{ icon: 'glow', title: screenLight.title, body: screenLight.body } as const] : []),
    { icon: 'light', ...consent.light },
    { icon: 'face', ...consent.face },
    { icon: 'device', ...consent.device },
  ];
}

function emblemOf(screen: SelfieScreen, { progress, failure, attemptsLeft }: SessionSnapshot): SelfieEmblem {
  const ring = progress === null ? 'busy' : 'progress';
  switch (screen) {
    case 'permission':
      return { icon: 'camera', tone: 'neutral', ring: 'busy' };
    case 'loading':
      return { icon: 'smile', tone: 'neutral', ring };
    case 'submitting':
      return { icon: 'upload', tone: 'neutral', ring };
    case 'processing':
      return { icon: 'scan', tone: 'neutral', ring: 'busy' };
    case 'captured':
    case 'passed':
      return { icon: 'check', tone: 'ok', ring: 'still' };
    case 'failed':
      return { icon: attemptsLeft === 0 ? 'alert' : 'rotate', tone: 'warn', ring: 'still' };
    case 'permission-denied':
    case 'no-camera':
    case 'camera-in-use':
      return { icon: 'camera-off', tone: 'warn', ring: 'still' };
    case 'error':
      return errorEmblem(failure?.code);
    case 'unsupported':
      return { icon: 'alert', tone: 'error', ring: 'still' };
    case 'cancelled':
      return { icon: 'stop', tone: 'neutral', ring: 'still' };
    default:
      return { icon: 'smile', tone: 'neutral', ring: 'still' };
  }
}

function actionsOf(
  screen: SelfieScreen,
  snapshot: SessionSnapshot,
  options: SelfieViewOptions,
  { actions }: ResolvedMessages,
): readonly SelfieAction[] {
  const help = options.help ? [panelAction('help', actions.help, 'secondary')] : [];
  switch (screen) {
    case 'start':
      return [panelAction('start', actions.start)];
    case 'consent':
      return [
        panelAction('accept', actions.accept),
        ...(snapshot.screenLight === null
          ? []
          : [panelAction('accept-without-light' as const, actions.acceptWithoutLight, 'secondary')]),
        panelAction('decline', actions.decline, 'secondary'),
      ];
    case 'passed':
      return options.resultScreen ? [panelAction('close', actions.done)] : [];
    case 'cancelled':
      return [panelAction('start-over', actions.startOver)];
    case 'unsupported':
      return [panelAction('close', actions.close), ...help];
    case 'failed':
    case 'error':
    case 'permission-denied':
    case 'no-camera':
    case 'camera-in-use':
      return [wayOn({ canRetry: !isOver(snapshot), failure: snapshot.failure }, actions), ...help];
    default:
      return [];
  }
}

function presentCamera(
  snapshot: SessionSnapshot,
  options: SelfieViewOptions,
  messages: ResolvedMessages,
): SelfieCameraView {
  const hint = snapshot.guidance === null ? null : presentHint(snapshot.guidance, options.mirrored, messages);
  return {
    mirrored: options.mirrored,
    hint,
    oval: snapshot.phase === 'holding' ? 'holding' : hint?.tone === 'ok' ? 'ready' : 'searching',
    shutter: snapshot.manualCapture
      ? { action: panelAction('capture', messages.actions.capture), note: messages.manualCapture }
      : null,
    cameras: options.cameraSelector ? presentCameraChoice(snapshot, messages) : null,
    light: snapshot.screenLight,
    skipLight:
      snapshot.screenLight === null || snapshot.manualCapture
        ? null
        : panelAction('skip-light', messages.actions.skipLight, 'secondary'),
  };
}
