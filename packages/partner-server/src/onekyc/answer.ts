/** Answers of the endpoints that a partner hosts, in the gateway's envelope. They never say more than a word about why. */
export function answerSuccess(data: unknown = null): Response {
  return Response.json({ success: true, data }, { headers: NO_STORE });
}

export function answerFailure(status: number, cause: string, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json(
    { success: false, data: null, errors: [{ code: String(status), cause }] },
    { status, headers: { ...NO_STORE, ...headers } },
  );
}

const NO_STORE = { 'cache-control': 'no-store' } as const;
