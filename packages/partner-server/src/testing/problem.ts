/** A fake gateway's refusal, as Assure writes it. */
export function problem(status: number, code: string): Response {
  return Response.json({ type: 'base:client-problem', status, code }, { status });
}
