// One of several processes that share a partner token; started by four-processes.test.ts. Prints what it got.
import { Pool } from 'pg';
import { createClient } from 'redis';
import { createOneKyc } from '../src/index.ts';
import { createPostgresStore } from '../src/stores/postgres.ts';
import { createRedisStore } from '../src/stores/redis.ts';

const [storeUrl = '', gatewayUrl = '', calls = '1'] = process.argv.slice(2);

async function openStore() {
  if (storeUrl.startsWith('redis:')) {
    const client = await createClient({ url: storeUrl }).connect();
    return { store: createRedisStore({ client }), close: async () => client.destroy() };
  }
  const pool = new Pool({ connectionString: storeUrl });
  const store = createPostgresStore({ pool });
  await store.ensureTable();
  return { store, close: () => pool.end() };
}

const { store, close } = await openStore();
const onekyc = createOneKyc({
  clientId: 'client',
  passKey: 'pass',
  onboardingPartner: 'CLIENT-SDK-COE',
  urls: { token: gatewayUrl, gateway: gatewayUrl },
  tokenStore: store,
});

const tokens = new Set(await Promise.all(Array.from({ length: Number(calls) }, () => onekyc.partnerToken())));
const details = await Promise.all(
  Array.from({ length: Number(calls) }, () => onekyc.getSubmissionDetails({ correlationId: 'c-1' })),
);
await close();
console.log(JSON.stringify({ tokens: [...tokens], valid: details.filter(({ result }) => result === 'VALID').length }));
