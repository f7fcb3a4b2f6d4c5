import {
  type Idnow,
  idnowEventHandler,
  type IdnowEventHandlerOptions,
  type Outcome,
  readStep,
  toOutcome,
} from '@bonafide/partner-server/idnow';

/** A partner that lets people in by their faces, once they are enrolled. */
export function createPartner(idnow: Idnow, events: Omit<IdnowEventHandlerOptions, 'onEvent'>) {
  const subjects = new Map<string, string>();
  const outcomes = new Map<string, Outcome>();
  const letIn = new Set<string>();

  /** Where the person's browser goes: the platform's own page. */
  async function begin(subjectId: string, flowId: string) {
    const { sessionContext, playerUrl } = await idnow.createSession({ flowId, subjectId });
    subjects.set(sessionContext.sessionId, subjectId);
    return { sessionId: sessionContext.sessionId, playerUrl };
  }

  const receive = idnowEventHandler({
    ...events,
    onEvent: async ({ event }) => {
      const { sessionId } = event.data.payload;
      const subjectId = subjects.get(sessionId); // only of sessions that began here
      if (subjectId === undefined) return;
      const session = await idnow.getSession({ sessionId }); // the event says that there is something to read, and not what
      const outcome = toOutcome({ from: 'session', body: session });
      outcomes.set(sessionId, outcome);
      if (outcome.decision !== 'accepted') return;
      const step = readStep(session);
      if (step?.step === 'authentication-v2' && step.route === 'verified') letIn.add(subjectId);
    },
  });
  return { begin, receive, outcomes, letIn };
}
