/** Of a process that is captured on the hosted pages. */
export interface Capture {
  /** Where the browser goes at the end; null: the person is told that the window can be closed. */
  readonly redirectUrl: string | null;
}

/** The vendor's own page adds these, and `status` is mostly `processing`. Source: documented. */
export function toCaptureReturn(
  { redirectUrl }: Capture,
  said: { readonly dossierId: string; readonly processId: string; readonly status: string },
): string | null {
  if (redirectUrl === null) return null;
  const url = new URL(redirectUrl);
  for (const [name, value] of Object.entries(said)) url.searchParams.set(name, value);
  return url.href;
}
