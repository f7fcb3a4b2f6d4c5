import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAddressAllowed } from './address-policy.ts';
import { createGuardedFetch, type LookupAll } from './guarded-fetch.ts';

let server: Server;
let port: number;
let hits = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    hits += 1;
    if (request.url === '/redirect') response.writeHead(302, { location: '/secret' }).end();
    else if (request.url === '/large') response.end(Buffer.alloc(100_000));
    else if (request.url === '/slow') setTimeout(() => response.end(), 60_000).unref();
    else response.end('secret');
  });
  await new Promise<void>((resolve) => server.listen(0, () => resolve()));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const get = (
  guardedFetch: ReturnType<typeof createGuardedFetch>,
  url: string,
  maximumBytes = 1_000,
  timeoutMs = 2_000,
) => guardedFetch({ url, timeoutMs, maximumBytes });
const fixedLookup =
  (...addresses: string[]): LookupAll =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

describe('an outbound request', () => {
  // Every spelling of "this machine" and "this network" that a URL parser or a socket understands.
  it.each([
    '127.0.0.1',
    '127.1',
    '2130706433',
    '0177.0.0.1',
    '0x7f000001',
    '0',
    '0.0.0.0',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[::]',
    '[::127.0.0.1]',
    '[64:ff9b::7f00:1]',
    '[2002:7f00:1::]',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '198.18.0.1',
    '192.0.0.1',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '[fe80::1]',
    '[fc00::1]',
    '[fd00:ec2::254]',
    '[ff02::1]',
    '[2001:db8::1]',
    '[100::1]',
  ])('does not go to https://%s', async (host) => {
    const before = hits;
    const guardedFetch = createGuardedFetch({ allowLoopback: false });
    await expect(get(guardedFetch, `https://${host}:${port}/secret`)).rejects.toMatchObject({
      reason: 'address-not-allowed',
    });
    await guardedFetch.close();
    expect(hits).toBe(before);
  });

  it.each([
    ['one private answer', ['10.0.0.7']],
    ['a private answer among public ones', ['93.184.215.14', '127.0.0.1']],
    ['no answer', []],
  ])('does not go to a name with %s', async (_, addresses) => {
    const guardedFetch = createGuardedFetch({ allowLoopback: false }, fixedLookup(...addresses));
    await expect(get(guardedFetch, 'https://partner.example/secret')).rejects.toMatchObject({
      reason: 'address-not-allowed',
    });
    await guardedFetch.close();
  });

  it('connects to the answer that was judged, not to a second one', async () => {
    let asked = 0;
    const rebinding: LookupAll = async () => {
      asked += 1;
      // Loopback is allowed here, so the first answer passes; a second question would get the metadata service.
      return [{ address: asked === 1 ? '127.0.0.1' : '169.254.169.254', family: 4 }];
    };
    const guardedFetch = createGuardedFetch({ allowLoopback: true }, rebinding);
    const answer = await get(guardedFetch, `http://localhost:${port}/secret`);
    expect(new TextDecoder().decode(answer.bytes)).toBe('secret');
    expect(asked).toBe(1);
    await guardedFetch.close();
  });

  it.each([
    'http://partner.example/',
    'http://93.184.215.14/',
    'ftp://partner.example/',
    'file:///etc/passwd',
    'https://user:secret@partner.example/',
    'not a url',
  ])('does not take %s', async (url) => {
    const guardedFetch = createGuardedFetch({ allowLoopback: true });
    await expect(get(guardedFetch, url)).rejects.toMatchObject({ reason: 'url-not-allowed' });
    await guardedFetch.close();
  });

  it('with loopback allowed still goes to no other private network', async () => {
    const guardedFetch = createGuardedFetch({ allowLoopback: true });
    for (const host of ['10.0.0.1', '169.254.169.254', '[fc00::1]']) {
      await expect(get(guardedFetch, `http://${host}/`)).rejects.toMatchObject({ reason: 'address-not-allowed' });
    }
    await guardedFetch.close();
  });

  it('follows no redirect, reads no more than allowed, and waits no longer than allowed', async () => {
    const guardedFetch = createGuardedFetch({ allowLoopback: true });
    const base = `http://127.0.0.1:${port}`;
    await expect(get(guardedFetch, `${base}/redirect`)).rejects.toMatchObject({ reason: 'redirected' });
    await expect(get(guardedFetch, `${base}/large`)).rejects.toMatchObject({ reason: 'too-large' });
    await expect(get(guardedFetch, `${base}/slow`, 1_000, 50)).rejects.toMatchObject({ reason: 'timed-out' });
    await expect(get(guardedFetch, 'http://127.0.0.1:1/')).rejects.toMatchObject({ reason: 'unreachable' });
    await guardedFetch.close();
  });

  it('says nothing of the address in its error', async () => {
    const guardedFetch = createGuardedFetch({ allowLoopback: false });
    const error = await get(guardedFetch, 'https://127.0.0.1/canary-in-path').catch((reason: unknown) => reason);
    expect(JSON.stringify(error) + String(error)).not.toContain('canary');
    await guardedFetch.close();
  });
});

it('takes public addresses', () => {
  for (const address of ['8.8.8.8', '2606:4700::1', '::ffff:8.8.8.8']) {
    expect(isAddressAllowed(address, { allowLoopback: false })).toBe(true);
  }
  expect(isAddressAllowed('not an address', { allowLoopback: true })).toBe(false);
});
