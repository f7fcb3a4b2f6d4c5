// Prints, for each client, what it asks of the token endpoint: when 1,000 callers arrive cold, when that endpoint fails
// once, when the token is revoked under 500 callers, and when four processes start together. Then what a warm call costs.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { CLIENTS, OURS } from './clients.mjs';

const COLD_ROUNDS = 5;
const WARM_ROUNDS = 21;
const WARM_CALLS = 2_000;
const PROCESSES = 4;

const here = (file) => new URL(file, import.meta.url);
const gateway = fork(here('gateway.mjs'));
const [{ port }] = await once(gateway, 'message');
let serial = 0;
const nextSlot = () => `slot${(serial += 1)}`;
const baseOf = (slot) => `http://127.0.0.1:${port}/${slot}`;

function tell(command, name) {
  const id = (serial += 1);
  return new Promise((resolve) => {
    const listener = (message) => {
      if (message.id !== id) return;
      gateway.off('message', listener);
      resolve(message.slot);
    };
    gateway.on('message', listener);
    gateway.send({ id, command, name });
  });
}

const quantile = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
};
const median = (values) => quantile(values, 0.5);
const number = (value, digits = 0) =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const most = (values) =>
  new Set(values).size === 1 ? number(values[0]) : `${number(Math.min(...values))}–${number(Math.max(...values))}`;

function shuffled(values) {
  return values
    .map((value) => [Math.random(), value])
    .sort(([a], [b]) => a - b)
    .map(([, value]) => value);
}

function table(title, columns, rows) {
  console.log(`\n### ${title}\n\n| ${columns.join(' | ')} |\n|${columns.map(() => '---').join('|')}|`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
}

/** Runs `measure` for every client in every round, in a new order each round. */
async function interleave(rounds, measure) {
  const results = new Map(Object.keys(CLIENTS).map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1)
    for (const name of shuffled(Object.keys(CLIENTS))) results.get(name).push(await measure(name));
  return results;
}

async function burst(calls, call) {
  const startMs = performance.now();
  const results = await Promise.allSettled(Array.from({ length: calls }, call));
  const rejected = results.filter(({ status }) => status === 'rejected').length;
  return { rejected, wallMs: performance.now() - startMs };
}

async function cold(name, failFirst) {
  const slot = nextSlot();
  if (failFirst) await tell('fail-next', slot);
  const client = CLIENTS[name](baseOf(slot));
  const result = await burst(1_000, () => client.token());
  return { ...result, ...(await tell('count', slot)) };
}

async function revoked(name) {
  const slot = nextSlot();
  const client = CLIENTS[name](baseOf(slot));
  await client.call();
  const before = await tell('revoke', slot);
  const result = await burst(500, () => client.call());
  const after = await tell('count', slot);
  return { ...result, refreshes: after.tokens - before.tokens };
}

async function warm(name, clients) {
  const client = clients.get(name);
  const before = process.cpuUsage();
  for (let i = 0; i < WARM_CALLS; i += 1) await client.token();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / WARM_CALLS;
}

function messageOf(child) {
  return new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`a process ended with ${code}`)));
  });
}

async function together(name, storeUrl) {
  const slot = nextSlot();
  const children = Array.from({ length: PROCESSES }, () =>
    fork(here('process.mjs'), [name, baseOf(slot), storeUrl, '500']),
  );
  await Promise.all(children.map(messageOf));
  const ends = children.map(messageOf);
  for (const child of children) child.send('go');
  const rejected = (await Promise.all(ends)).reduce((sum, message) => sum + message.rejected, 0);
  return { rejected, tokens: (await tell('count', slot)).tokens };
}

console.log(
  `Node ${process.version}, ${process.platform} ${process.arch}. Token endpoint on loopback, 30 ms an answer.`,
);

const coldResults = await interleave(COLD_ROUNDS, (name) => cold(name, false));
const ownWallMs = median(coldResults.get(OURS).map(({ wallMs }) => wallMs));
table(
  '1,000 concurrent cold calls',
  ['client', 'token requests', 'rejected', 'n', 'median ms', 'p95 ms', '× ours'],
  [...coldResults].map(([name, rounds]) => {
    const wall = rounds.map(({ wallMs }) => wallMs);
    return [
      name,
      most(rounds.map(({ tokens }) => tokens)),
      most(rounds.map(({ rejected }) => rejected)),
      rounds.length,
      number(median(wall)),
      number(quantile(wall, 0.95)),
      number(median(wall) / ownWallMs, 1),
    ];
  }),
);

const failing = await interleave(2, (name) => cold(name, true));
table(
  'The same, and the first answer of the token endpoint is a 503',
  ['client', 'token requests', 'rejected of 1,000', 'n'],
  [...failing].map(([name, rounds]) => [
    name,
    most(rounds.map(({ tokens }) => tokens)),
    most(rounds.map(({ rejected }) => rejected)),
    rounds.length,
  ]),
);

const revocations = await interleave(3, revoked);
table(
  'Token revoked, 500 concurrent calls',
  ['client', 'refreshes', 'failed of 500', 'n', 'median ms'],
  [...revocations].map(([name, rounds]) => [
    name,
    most(rounds.map(({ refreshes }) => refreshes)),
    most(rounds.map(({ rejected }) => rejected)),
    rounds.length,
    number(median(rounds.map(({ wallMs }) => wallMs))),
  ]),
);

const clients = new Map(Object.keys(CLIENTS).map((name) => [name, CLIENTS[name](baseOf(nextSlot()))]));
const cached = Object.keys(CLIENTS).filter((name) => !name.includes('no cache'));
for (const name of cached) await warm(name, clients);
const warmResults = new Map(cached.map((name) => [name, []]));
for (let round = 0; round < WARM_ROUNDS; round += 1)
  for (const name of shuffled(cached)) warmResults.get(name).push(await warm(name, clients));
const ownWarm = median(warmResults.get(OURS));
table(
  `A warm call (${number(WARM_CALLS)} in a row a round)`,
  ['client', 'n', 'median CPU µs', 'p95', '× ours'],
  [...warmResults].map(([name, rounds]) => [
    name,
    rounds.length,
    number(median(rounds), 2),
    number(quantile(rounds, 0.95), 2),
    number(median(rounds) / ownWarm, 1),
  ]),
);

const { POSTGRES, REDIS, startPostgres, startRedis } =
  await import('../../packages/partner-server/test/real-servers.ts');
const arrangements = [
  [`${OURS}, no shared store`, OURS, undefined],
  ['google-auth-library', 'google-auth-library', undefined],
  ['@octokit/auth-app', '@octokit/auth-app', undefined],
  ['@onfido/api', '@onfido/api', undefined],
];
const servers = [];
const stores = [
  { label: 'Redis', path: REDIS, start: startRedis },
  { label: 'PostgreSQL', path: POSTGRES, start: startPostgres },
];
for (const { label, path, start } of stores) {
  if (path === undefined) {
    console.log(`\n(${label} is not installed: its row is left out)`);
    continue;
  }
  const server = await start();
  servers.push(server);
  arrangements.push([`${OURS}, ${label}`, OURS, server.url]);
}
const rows = [];
for (const [label, name, url] of arrangements) {
  // A store remembers: the slot is part of the token's name, so that each run is cold.
  const runs = [];
  for (let i = 0; i < 3; i += 1) runs.push(await together(name, url ?? '-'));
  rows.push([label, most(runs.map(({ tokens }) => tokens)), most(runs.map(({ rejected }) => rejected)), runs.length]);
}
table(`Four processes, 500 cold calls each`, ['client', 'token requests', 'rejected of 2,000', 'n'], rows);

for (const server of servers) await server.close();
gateway.disconnect();
