/** What a step of this sandbox does, and how the vendor names it. */
export interface FlowStep {
  readonly kind: 'enrollment' | 'authentication-v1' | 'authentication-v2';
  readonly stepDescription: string;
  /** Documented for the two authentications. */
  readonly stepType: string | null;
}

/** The flows that every client has: one step each. With the vendor a customer composes their own. */
export const FLOWS = {
  'biometric-enrollment': { kind: 'enrollment', stepDescription: 'Biometric Enrollment', stepType: null },
  'authentication-v1': {
    kind: 'authentication-v1',
    stepDescription: 'Authentication',
    stepType: 'BIOMETRIC_VERIFICATION:v1',
  },
  'authentication-v2': {
    kind: 'authentication-v2',
    stepDescription: 'Authentication (v2)',
    stepType: 'BIOMETRIC_VERIFICATION:v2',
  },
} as const satisfies Record<string, FlowStep>;

export type FlowId = keyof typeof FLOWS;

export function isFlowId(text: string): text is FlowId {
  return Object.hasOwn(FLOWS, text);
}
