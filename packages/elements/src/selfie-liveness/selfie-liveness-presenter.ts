import { ERROR_CODES, type ErrorCode } from '@bonafide/contracts/codes';
import type { SessionSnapshot } from '@bonafide/browser-core/session';
import { formatMessage, formatPercent, formatPlural } from '../messages/format-message.ts';
import type { ResolvedMessages } from '../messages/message-registry.ts';
import { presentHint } from './guidance-presenter.ts';
import type {
  SelfieAction,
  SelfieActionId,
  SelfieCameraView,
  SelfieEmblem,
  SelfieScreen,
  SelfieView,
} from './selfie-view-model.ts';

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
}

const PROGRESS_WORD_STEP = 0.05;

/** Turns what a session says into what is shown. Pure: the same arguments give an equal view. */
export function presentSelfie(
  snapshot: SessionSnapshot,
  options: SelfieViewOptions,
  messages: ResolvedMessages,
): SelfieView {
  const screen = screenOf(snapshot);
  const { title, body } = wordsOf(screen, snapshot, messages);
  const progress = showsProgress(screen) ? snapshot.progress : null;
  const camera = screen === 'camera' ? presentCamera(snapshot, options, messages) : null;
  return {
    screen,
    lang: messages.lang,
    label: messages.label,
    title,
    body,
    emblem: emblemOf(screen, snapshot),
    points: screen === 'consent' || screen === 'start' ? pointsOf(messages) : [],
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
      ? action('close', messages.actions.close, 'secondary')
      : action('cancel', messages.actions.cancel, 'secondary'),
    progress,
    progressText: progress === null || screen === 'camera' ? null : progressInWords(progress, messages),
    announcement: camera?.hint?.text ?? `${title}. ${body}`,
  };
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
      return errorScreenOf(failure?.code);
    default:
      return phase;
  }
}

function errorScreenOf(code: ErrorCode | undefined): SelfieScreen {
  switch (code) {
    case 'permission-denied':
    case 'permission-dismissed':
      return 'permission-denied';
    case 'no-camera':
    case 'camera-lost':
      return 'no-camera';
    case 'camera-in-use':
    case 'camera-muted':
      return 'camera-in-use';
    default:
      return 'error';
  }
}

function wordsOf(screen: SelfieScreen, { failure }: SessionSnapshot, messages: ResolvedMessages) {
  switch (screen) {
    case 'unsupported':
    case 'error':
    case 'permission-denied':
    case 'no-camera':
    case 'camera-in-use':
      return messages.errors[failure?.code ?? 'internal'];
    case 'failed':
      return failure === null ? messages.failed : messages.errors[failure.code];
    case 'cancelled':
      return failure === null ? messages.cancelled : messages.errors[failure.code];
    default:
      return messages[screen];
  }
}

function showsProgress(screen: SelfieScreen): boolean {
  return screen === 'loading' || screen === 'camera' || screen === 'submitting';
}

function progressInWords(progress: number, messages: ResolvedMessages): string {
  const step = Math.floor(progress / PROGRESS_WORD_STEP) * PROGRESS_WORD_STEP;
  return formatMessage(messages.progress, { percent: formatPercent(messages.lang, step) });
}

function pointsOf({ consent }: ResolvedMessages): SelfieView['points'] {
  return [
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
    case 'error': {
      const blame = failure === null ? undefined : ERROR_CODES[failure.code].blame;
      return blame === 'network'
        ? { icon: 'offline', tone: 'warn', ring: 'still' }
        : { icon: 'alert', tone: blame === 'subject' ? 'warn' : 'error', ring: 'still' };
    }
    case 'unsupported':
      return { icon: 'alert', tone: 'error', ring: 'still' };
    case 'cancelled':
      return { icon: 'stop', tone: 'neutral', ring: 'still' };
    default:
      return { icon: 'smile', tone: 'neutral', ring: 'still' };
  }
}

function action(id: SelfieActionId, label: string, kind: SelfieAction['kind'] = 'primary'): SelfieAction {
  return { id, label, kind };
}

function actionsOf(
  screen: SelfieScreen,
  snapshot: SessionSnapshot,
  options: SelfieViewOptions,
  { actions }: ResolvedMessages,
): readonly SelfieAction[] {
  const help = options.help ? [action('help', actions.help, 'secondary')] : [];
  switch (screen) {
    case 'start':
      return [action('start', actions.start)];
    case 'consent':
      return [action('accept', actions.accept), action('decline', actions.decline, 'secondary')];
    case 'passed':
      return options.resultScreen ? [action('close', actions.done)] : [];
    case 'cancelled':
      return [action('start-over', actions.startOver)];
    case 'unsupported':
      return [action('close', actions.close), ...help];
    case 'failed':
    case 'error':
    case 'permission-denied':
    case 'no-camera':
    case 'camera-in-use':
      return [wayOn(snapshot, actions), ...help];
    default:
      return [];
  }
}

/** The one button that the registry's user action asks for. There is always one: nobody is left without a way on. */
function wayOn(snapshot: SessionSnapshot, actions: ResolvedMessages['actions']): SelfieAction {
  if (!isOver(snapshot)) return action('retry', actions.retry);
  return snapshot.failure?.userAction === 'start-over'
    ? action('start-over', actions.startOver)
    : action('close', actions.close);
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
      ? { action: action('capture', messages.actions.capture), note: messages.manualCapture }
      : null,
    cameras:
      options.cameraSelector && snapshot.cameras.length > 1
        ? {
            label: messages.cameraSelect,
            selectedId: snapshot.cameraId,
            options: snapshot.cameras.map(({ deviceId, label }, index) => ({
              id: deviceId,
              label:
                label === ''
                  ? formatMessage(messages.cameraUnnamed, {
                      number: new Intl.NumberFormat(messages.lang).format(index + 1),
                    })
                  : label,
            })),
          }
        : null,
  };
}
