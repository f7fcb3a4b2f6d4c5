// One of several processes. Usage: node process.mjs <client> <base> <store url or -> <calls>
import { createPostgresStore } from '../../packages/partner-server/dist/stores/postgres.js';
import { createRedisStore } from '../../packages/partner-server/dist/stores/redis.js';
import { Pool } from 'pg';
import { createClient } from 'redis';
import { CLIENTS } from './clients.mjs';

const [name, base, storeUrl, calls] = process.argv.slice(2);
let tokenStore;
let close = async () => {};
if (storeUrl.startsWith('redis:')) {
  const client = await createClient({ url: storeUrl }).connect();
  tokenStore = createRedisStore({ client });
  close = async () => client.destroy();
} else if (storeUrl.startsWith('postgres:')) {
  const pool = new Pool({ connectionString: storeUrl });
  tokenStore = createPostgresStore({ pool });
  await tokenStore.ensureTable();
  close = () => pool.end();
}
const client = CLIENTS[name](base, { tokenStore });
// All start together.
process.send('ready');
await new Promise((resolve) => process.once('message', resolve));
const results = await Promise.allSettled(Array.from({ length: Number(calls) }, () => client.token()));
await close();
process.send({ rejected: results.filter(({ status }) => status === 'rejected').length }, () => process.exit());
