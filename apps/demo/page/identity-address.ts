/** Where the partner's backend serves the endpoints of a check, for this page and for the phone's. */
export const identityAddress = (): string => new URL('/api/identity', location.href).href;
