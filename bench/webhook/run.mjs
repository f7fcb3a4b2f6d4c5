// Prints what each verifier does with deliveries that are wrong in one way, and what verifying a good one costs.
import { OURS, VERIFIERS } from './verifiers.mjs';

const ROUNDS = 31;
const utf8 = (text) => Buffer.from(text);
const BODY = utf8('{"submissionId":"s-1","name":"a\uFFFDb"}');
const nowSeconds = () => Math.floor(Date.now() / 1000);

const NO_UTF8 = Buffer.from([0x22, 0xff, 0x22]);
const now = (verifier, body = BODY) => verifier.sign(body, nowSeconds());
const off = (verifier, seconds) => (verifier.timed ? [BODY, verifier.sign(BODY, nowSeconds() + seconds)] : undefined);
/** Headers whose signature (2) or timestamp (1) is changed; undefined where the scheme has no such header. */
function changed(verifier, which, change) {
  const name = verifier.names[which];
  if (name === undefined) return undefined;
  const headers = now(verifier);
  return [BODY, { ...headers, [name]: change(headers[name]) }];
}

/** `deliver`: body and headers, or undefined where the case does not apply. */
const CASES = [
  { title: 'good, as bytes', want: 'accept', deliver: (v) => [BODY, now(v)] },
  { title: 'good, bytes that are no UTF-8', want: 'accept', deliver: (v) => [NO_UTF8, now(v, NO_UTF8)] },
  {
    title: 'a replaced byte (U+FFFD → 0xFF)',
    want: 'reject',
    deliver: (v) => [Buffer.from(BODY.toString('latin1').replace('\xEF\xBF\xBD', '\xFF'), 'latin1'), now(v)],
  },
  {
    title: 'a byte order mark put before',
    want: 'reject',
    deliver: (v) => [Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), BODY]), now(v)],
  },
  { title: 'parsed body', want: 'reject', deliver: (v) => [JSON.parse(BODY.toString()), now(v)] },
  { title: 'ten minutes old', want: 'reject', deliver: (v) => off(v, -600) },
  { title: 'a day ahead', want: 'reject', deliver: (v) => off(v, 86_400) },
  { title: 'timestamp with junk behind it', want: 'reject', deliver: (v) => changed(v, 1, (value) => `${value}abc`) },
  { title: 'signature header twice', want: 'reject', deliver: (v) => changed(v, 2, (value) => [value, value]) },
  { title: 'signature of odd length', want: 'reject', deliver: (v) => changed(v, 2, (value) => value.slice(0, -3)) },
  { title: 'signature missing', want: 'reject', deliver: (v) => changed(v, 2, () => undefined) },
];

/** Names of errors that say "this delivery is not authentic". */
const OWN_ERROR = /Verification|Signature|PartnerServerError/;

async function outcome(verifier, delivery) {
  if (delivery === undefined) return 'n/a';
  try {
    await verifier.verify(...delivery);
    return 'accept';
  } catch (error) {
    // A refusal in the library's own words, or something that broke on the way?
    const own = OWN_ERROR.test(error.constructor.name) || error.message === 'false';
    return own ? 'reject' : `breaks (${error.constructor.name})`;
  }
}

const names = Object.keys(VERIFIERS);
console.log(`Node ${process.version}, ${process.platform} ${process.arch}.\n\n### What is refused\n`);
console.log(`| delivery | should be | ${names.join(' | ')} |\n|${'---|'.repeat(names.length + 2)}`);
for (const { title, want, deliver } of CASES) {
  const cells = [];
  for (const name of names) cells.push(await outcome(VERIFIERS[name], deliver(VERIFIERS[name])));
  console.log(`| ${title} | ${want} | ${cells.join(' | ')} |`);
}

const quantile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(share * values.length))];

async function cost(verifier, body, headers, calls) {
  const before = process.cpuUsage();
  for (let i = 0; i < calls; i += 1) await verifier.verify(body, headers);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / calls;
}

for (const [label, size, calls] of [
  ['1 KB', 1_024, 500],
  ['64 KB', 65_536, 50],
]) {
  const json = JSON.stringify({ submissionId: 's-1', fill: '' });
  const body = Buffer.from(json.replace('""', `"${'x'.repeat(size - json.length)}"`));
  const results = new Map(names.map((name) => [name, []]));
  const headers = new Map(names.map((name) => [name, VERIFIERS[name].sign(body, nowSeconds())]));
  for (let round = -3; round < ROUNDS; round += 1) {
    for (const name of names
      .map((name) => [Math.random(), name])
      .sort(([a], [b]) => a - b)
      .map(([, name]) => name)) {
      const verifier = VERIFIERS[name];
      const micros = await cost(verifier, body, headers.get(name), calls);
      if (round >= 0) results.get(name).push(micros);
    }
  }
  const own = quantile(results.get(OURS), 0.5);
  console.log(`\n### CPU of one verification, ${label} (${calls} in a row a round)\n`);
  console.log('| verifier | n | median µs | p95 | × ours |\n|---|---|---|---|---|');
  for (const [name, values] of results) {
    const median = quantile(values, 0.5);
    console.log(
      `| ${name} | ${values.length} | ${median.toFixed(1)} | ${quantile(values, 0.95).toFixed(1)} | ${(median / own).toFixed(2)} |`,
    );
  }
}
