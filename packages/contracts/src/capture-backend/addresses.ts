/** Paths of the operations below wherever the partner mounts them; what is in braces is to be filled in. */
export const PATHS = {
  requirements: '/requirements',
  processes: '/processes',
  process: '/processes/{processId}',
  image: '/processes/{processId}/images/{depiction}',
  verification: '/processes/{processId}/verification',
  handovers: '/handovers',
  handover: '/handovers/{handoverId}',
  claim: '/handovers/{handoverId}/claim',
  confirmation: '/handovers/{handoverId}/confirmation',
} as const;

/** Names of the request headers. `captureToken` stands for one check on a phone. */
export const HEADERS = { captureToken: 'x-capture-token' } as const;
