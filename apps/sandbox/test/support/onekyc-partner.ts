import { callbackHandler, type OneKyc } from '@bonafide/partner-server';
import { type Outcome, toOutcome } from '@bonafide/partner-server/onekyc';

/** A partner's backend: it begins checks for its pages, and learns what they came to. */
export function createPartner(onekyc: OneKyc, iab: { readonly clientId: string; readonly passKey: string }) {
  const outcomes = new Map<string, Outcome>();
  return {
    outcomes,
    /** The page of whoever is logged in gets a token, and speaks to the gateway with it. */
    async begin(userId: string): Promise<{ readonly token: string; readonly correlationId: string }> {
      const correlationId = crypto.randomUUID();
      const user = { id: userId, idType: 'INTERNAL' };
      const flow = { flow: 'STANDALONE_LIVENESS', source: 'SDK' } as const;
      const { token } = await onekyc.initiateFlow({ ...flow, user, correlationId });
      return { token, correlationId };
    },
    /** `POST` at the callback's address. It is thin: the decision is read. */
    receive: callbackHandler({
      credentials: iab,
      onEvent: async ({ event: { submissionId } }) => {
        const details = await onekyc.getSubmissionDetails({ submissionId });
        outcomes.set(details.partnerSessionId ?? '', toOutcome({ from: 'details', body: details }));
      },
    }),
  };
}
