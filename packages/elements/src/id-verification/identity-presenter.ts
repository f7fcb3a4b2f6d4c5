import type { Depiction, IdentitySnapshot } from '@bonafide/browser-core/identity';
import { formatMessage, formatPlural, joinSentences } from '../messages/format-message.ts';
import type { ResolvedIdentityMessages } from '../messages/identity-texts.ts';
import type { TitledMessage } from '../messages/messages.ts';
import { presentAssist, presentAssistNote } from '../shell/assist/present-assist.ts';
import { progressInWords } from '../shell/present-parts.ts';
import { identityActions } from './identity-actions.ts';
import { identityEmblem } from './identity-emblem.ts';
import type { IdentityViewOptions } from './identity-view-options.ts';
import type { IdentityProgressView, IdentityScreen, IdentityView } from './identity-view-model.ts';
import { presentConsent } from './present-consent.ts';
import { presentHandover } from './present-handover.ts';
import { presentPictures, presentSending } from './present-pictures.ts';
import { isPhoneAtIt, presentQuestion } from './present-question.ts';
import { presentSelect } from './present-select.ts';

/** Turns what a session says into what is shown. Pure: the same arguments give an equal view. */
export function presentIdentity(
  snapshot: IdentitySnapshot,
  options: IdentityViewOptions,
  messages: ResolvedIdentityMessages,
): IdentityView {
  const screen = screenOf(snapshot);
  const { title, body } = wordsOf(screen, snapshot, messages);
  const { actions } = messages;
  const notice = snapshot.notice === null ? null : messages.notices[snapshot.notice];
  const over = isOver(snapshot);
  const isConsent = screen === 'consent';
  const assistNote = isConsent || screen === 'start' ? presentAssistNote(options.assist, messages) : null;
  return {
    ...presentAssist(options.assist, messages),
    screen,
    lang: messages.lang,
    label: messages.label,
    title,
    body,
    emblem: identityEmblem(screen, snapshot),
    points: isConsent ? pointsOf(snapshot, messages) : [],
    privacy: isConsent ? purposeOf(options, messages) : null,
    assistNote,
    steps: [],
    attempts:
      snapshot.attemptsLeft !== null &&
      snapshot.attemptsLeft > 0 &&
      (screen === 'recapture' || (screen === 'failed' && snapshot.failure?.retryable === true))
        ? formatPlural(messages.lang, messages.attemptsLeft, snapshot.attemptsLeft)
        : null,
    actions: identityActions(screen, snapshot, options, messages),
    progress: screen === 'submitting' ? snapshot.progress : null,
    progressText:
      screen === 'submitting' && snapshot.progress !== null ? progressInWords(snapshot.progress, messages) : null,
    journey: screen === 'start' || over ? null : presentJourney(snapshot, messages),
    back:
      snapshot.canGoBack && !over
        ? { id: isPhoneAtIt(snapshot) ? 'ask-back' : 'back', label: actions.back, kind: 'secondary' }
        : null,
    banner: snapshot.offline && !over ? messages.offline : null,
    close: over
      ? { id: 'close', label: actions.close, kind: 'secondary' }
      : { id: losesWork(snapshot) ? 'ask-cancel' : 'cancel', label: actions.cancel, kind: 'secondary' },
    announcement: [notice ?? '', title, body, assistNote?.text ?? ''].join(' ').trim(),
    notice,
    consent: isConsent ? presentConsent(snapshot, options, messages) : null,
    select: screen === 'select' ? presentSelect(snapshot, options, messages) : null,
    pictures: screen === 'review' ? presentPictures(snapshot, messages) : [],
    sending: screen === 'submitting' ? presentSending(snapshot, options, messages) : [],
    handover: screen === 'handover' ? presentHandover(snapshot, options, messages) : null,
    stop: over ? null : presentQuestion(options.confirming, snapshot, messages),
    side: snapshot.side ?? 'front',
  };
}

/** Whether closing leaves rather than cancels. */
function isOver({ phase, failure }: IdentitySnapshot): boolean {
  switch (phase) {
    case 'idle':
    case 'passed':
    case 'review':
    case 'failed':
    case 'cancelled':
    case 'expired':
    case 'unsupported':
      return true;
    case 'error':
      return failure?.retryable !== true;
    default:
      return false;
  }
}

/** Whether stopping now would cost the person something: pictures that were taken or sent. */
function losesWork({ captures, phase }: IdentitySnapshot): boolean {
  return captures.length > 0 || phase === 'processing' || phase === 'submitting' || phase === 'handover';
}

function screenOf({ phase }: IdentitySnapshot): IdentityScreen {
  switch (phase) {
    case 'idle':
      return 'start';
    case 'selecting':
      return 'select';
    case 'capturing-front':
    case 'capturing-back':
      return 'document';
    case 'flipping':
      return 'flip';
    case 'reviewing':
      return 'review';
    case 'capturing-selfie':
      return 'selfie';
    case 'review':
      return 'in-review';
    default:
      return phase;
  }
}

/** What is agreed to is what will be taken, and nothing else. */
function pointsOf({ steps }: IdentitySnapshot, { consent }: ResolvedIdentityMessages): IdentityView['points'] {
  const takesDocument = steps.some(({ step }) => step === 'front' || step === 'back');
  const takesFace = steps.some(({ step }) => step === 'selfie');
  return [
    ...(takesDocument ? [{ icon: 'card', ...consent.document } as const] : []),
    ...(takesFace ? [{ icon: 'person', ...(takesDocument ? consent.selfie : consent.selfieAlone) } as const] : []),
  ];
}

function wordsOf(
  screen: IdentityScreen,
  snapshot: IdentitySnapshot,
  messages: ResolvedIdentityMessages,
): TitledMessage {
  const { failure, recapture, handover, consent } = snapshot;
  switch (screen) {
    case 'consent':
      return messages.consent[consent?.kind ?? 'general'];
    case 'document':
      return { title: messages.steps[snapshot.side === 'back' ? 'back' : 'front'], body: '' };
    case 'selfie':
      return { title: messages.steps.selfie, body: '' };
    case 'in-review':
      return messages.inReview;
    case 'recapture': {
      const [only, ...others] = recapture?.depictions ?? [];
      const which =
        only === undefined || others.length > 0 ? 'several' : isPhotoPage(only, snapshot) ? 'photoPage' : only;
      return { title: messages.recapture[which], body: messages.reasons[recapture?.reason ?? 'other'] };
    }
    case 'handover':
      return handover === null || handover.state === 'shown' || handover.state === 'done'
        ? messages.handover
        : messages.handover[handover.state];
    case 'unsupported':
    case 'error':
      return messages.errors[failure?.code ?? 'internal'];
    case 'cancelled':
    case 'failed':
      return failure === null ? messages[screen] : messages.errors[failure.code];
    default:
      return messages[screen];
  }
}

function purposeOf(
  { recipient, retentionDays }: IdentityViewOptions,
  { consent, lang }: ResolvedIdentityMessages,
): IdentityView['privacy'] {
  const kept = retentionDays > 0 ? [formatPlural(lang, consent.retention, retentionDays)] : [];
  return {
    icon: 'lock',
    title: consent.purpose.title,
    body: joinSentences([formatMessage(consent.purpose.body, { recipient }), ...kept]),
  };
}

function presentJourney(
  { steps, stepIndex, documentType }: IdentitySnapshot,
  messages: ResolvedIdentityMessages,
): IdentityProgressView | null {
  const current = steps[stepIndex];
  if (current === undefined) return null;
  const isPage = current.step === 'front' && documentType === 'passport';
  const numbers = new Intl.NumberFormat(messages.lang);
  return {
    text: formatMessage(messages.stepOf, {
      number: numbers.format(stepIndex + 1),
      total: numbers.format(steps.length),
      step: isPage ? messages.documents.passport.body : messages.steps[current.step],
    }),
    states: steps.map(({ state }) => state),
  };
}

function isPhotoPage(depiction: Depiction, { documentType }: IdentitySnapshot): boolean {
  return depiction === 'FRONT' && documentType === 'passport';
}
