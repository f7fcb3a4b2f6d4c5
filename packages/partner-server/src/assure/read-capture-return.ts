/** What the browser says when it comes back from the vendor's capture pages. Nothing is signed. */
export interface CaptureReturn {
  readonly dossierId: string;
  /** Undefined after a flow with several providers. */
  readonly processId: string | undefined;
}

/**
 * Which check a browser came back from, or undefined when it does not say. Anybody can write such an address: take only a dossier
 * that is of whoever is logged in, and read the process. The `status` beside it is left out, since it is not to be acted on.
 */
export function readCaptureReturn(url: string | URL): CaptureReturn | undefined {
  const query = new URL(url).searchParams;
  const [dossierId, ...others] = query.getAll('dossierId');
  const processIds = query.getAll('processId');
  // Two of one name are no address of the vendor's.
  if (!dossierId || others.length > 0 || processIds.length > 1) return undefined;
  return { dossierId, processId: processIds[0] || undefined };
}
