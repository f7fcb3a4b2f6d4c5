// One token endpoint and one protected resource in the words of every client, in a process of its own. Counts by slot, the
// first part of the path. Sends its port to the parent; does what the parent sends.
import { createServer } from 'node:http';

const TOKEN_DELAY_MS = 30;
const slots = new Map();
const slotOf = (name) => {
  if (!slots.has(name)) slots.set(name, { tokens: 0, resources: 0, refused: 0, oldestGood: 1, failNext: 0 });
  return slots.get(name);
};

const server = createServer(async (request, response) => {
  request.resume();
  const [, name, ...rest] = new URL(request.url, 'http://localhost').pathname.split('/');
  const path = `/${rest.join('/')}`;
  const slot = slotOf(name);
  const answer = (status, body) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

  if (path === '/v1/coe/partner/authentication' || path.endsWith('/access_tokens') || path === '/oauth/token') {
    const serial = (slot.tokens += 1);
    await new Promise((resolve) => setTimeout(resolve, TOKEN_DELAY_MS));
    if (slot.failNext > 0) {
      slot.failNext -= 1;
      return answer(503, { success: false, data: null, errors: [{ code: '903', cause: 'SERVICE_UNAVAILABLE' }] });
    }
    const token = `${name}.${serial}`;
    const endsAt = new Date(Date.now() + 3_600_000);
    if (path.startsWith('/v1/')) {
      return answer(200, {
        success: true,
        data: { token, expiry_seconds: '3600', expires_at: String(Math.floor(endsAt / 1000)) },
      });
    }
    if (path.endsWith('/access_tokens')) {
      return answer(201, { token, expires_at: endsAt.toISOString(), permissions: {}, repository_selection: 'all' });
    }
    return answer(200, { access_token: token, token_type: 'bearer', expires_in: 3600 });
  }

  slot.resources += 1;
  const shown = request.headers['x-onekyc-token'] ?? request.headers.authorization ?? '';
  const serial = Number(/\.(\d+)$/.exec(shown)?.[1] ?? 0);
  if (serial < slot.oldestGood) {
    slot.refused += 1;
    return answer(401, { success: false, data: null, errors: [{ code: 110, cause: 'UNAUTHORIZED' }] });
  }
  return answer(200, {
    success: true,
    data: { status: 'COMPLETED', submissionId: 's', flow: 'X', partnerSessionId: 'c', result: 'VALID' },
  });
});

server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
process.on('message', ({ id, command, name }) => {
  const slot = slotOf(name);
  if (command === 'revoke') slot.oldestGood = slot.tokens + 1;
  if (command === 'fail-next') slot.failNext = 1;
  process.send({ id, slot });
});
process.on('disconnect', () => process.exit());
