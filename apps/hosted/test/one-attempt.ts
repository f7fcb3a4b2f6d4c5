/** A script of the sandbox that leaves a person one attempt in place of three: enough to see that it is the face, and not something else. */
export const ONE_ATTEMPT = { attempts: 1 } as const;
