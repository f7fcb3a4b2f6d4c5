export const STRICT_POLICY: string;
