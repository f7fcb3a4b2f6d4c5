/** The partner's backend starts the check: here, one that runs beside this app. */
export function POST(): Promise<Response> {
  return fetch(new URL('/api/sessions', process.env['BACKEND_URL']), { method: 'POST', cache: 'no-store' });
}
