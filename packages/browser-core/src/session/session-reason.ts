/** Why a token is asked for. `resume`: the page was reloaded while a submission was being processed. */
export type SessionReason = 'start' | 'retry' | 'token-expired' | 'resume';
