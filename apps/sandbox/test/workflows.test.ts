import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createSandbox, type Sandbox } from '../src/sandbox.ts';
import { dataUrl } from './support/assure.ts';
import { openCounterparts } from './support/open-counterparts.ts';
import type { Partner } from './support/open-partner.ts';
import { readingProcessor } from './support/reading-processor.ts';

// The flows of the vendors' diagrams, as Arazzo descriptions, run by a tool that nobody here wrote: it sends what they say, and holds
// every answer to its specification. The person in them makes the requests of the hosted page; what their pictures show is written in
// the pictures, and the gateways decide on it by themselves.

const FOLDER = fileURLToPath(new URL('../../../specs/workflows/', import.meta.url));
const REDOCLY = join(createRequire(import.meta.url).resolve('@redocly/cli/package.json'), '..', 'bin', 'cli.js');
const CLIENT = { clientId: 'ACME', passKey: 'acme-pass-key' } as const;
const ONBOARDING_PARTNERS = ['ACME-SDK-COE_STANDALONE_LIVENESS', 'ACME-SDK-COE_FACE_VERIFICATION'];
const KEYLESS_KEY = 'acme-keyless-key';
const IDNOW_REDIRECT = 'https://acme.example.com/recognised';
const FACE_REDIRECT = 'https://acme.example.com/face/done';
/** Where each specification begins on the sandbox's port. */
const BASES: Readonly<Record<string, string>> = {
  assure: '',
  onekyc: '/onekyc',
  mosaic: '/mosaic',
  idnow: '/idnow',
  'face-oidc': `/face-oidc/${CLIENT.clientId}`,
};

let counterparts: Partner;
let sandbox: Sandbox;
let url = '';

beforeAll(async () => {
  counterparts = await openCounterparts(() => url);
  sandbox = await createSandbox({
    clients: [
      {
        ...CLIENT,
        onboardingPartners: ONBOARDING_PARTNERS,
        callbackUrl: `${counterparts.url}/partner/callback`,
        referenceImageUrl: `${counterparts.url}/reference-image`,
        faceOidc: { redirectUris: [FACE_REDIRECT], name: 'Acme' },
        idnow: {
          keylessApiKey: KEYLESS_KEY,
          eventUrl: `${counterparts.url}/partner/event`,
          redirectUrls: [IDNOW_REDIRECT],
        },
      },
    ],
    processor: readingProcessor,
    // Its counterparts are on this machine.
    allowLoopback: true,
    log: null,
  });
  url = await sandbox.listen({ port: 0 });
});
afterAll(async () => {
  await sandbox.close();
  await counterparts.close();
});

const inputs = () => ({
  ...CLIENT,
  basic: `Basic ${Buffer.from(`${CLIENT.clientId}:${CLIENT.passKey}`).toString('base64')}`,
  sandbox: url,
  counterparts: counterparts.url,
  pageKey: randomBytes(32).toString('base64url'),
  redirectUri: FACE_REDIRECT,
  idnowRedirect: IDNOW_REDIRECT,
  keylessApiKey: KEYLESS_KEY,
});

interface Run {
  readonly code: number | null;
  readonly said: string;
}

function respect(system: string, over: object = {}): Promise<Run> {
  const child = spawn(
    process.execPath,
    [
      REDOCLY,
      'respect',
      join(FOLDER, `${system}.arazzo.yaml`),
      '--server',
      JSON.stringify({ [system]: `${url}${BASES[system]}`, 'capture-backend': `${url}/hosted/api/checks/{checkId}` }),
      '--input',
      JSON.stringify({ ...inputs(), ...over }),
    ],
    { env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' } },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

const systems = globSync('*.arazzo.yaml', { cwd: FOLDER }).map((file) => file.replace('.arazzo.yaml', ''));

describe('the flows of the diagrams', () => {
  it('are there for every system', () => {
    expect(systems.toSorted()).toEqual(Object.keys(BASES).toSorted());
  });

  it.each(systems)('%s', { timeout: 120_000 }, async (system) => {
    const { workflows } = parse(readFileSync(join(FOLDER, `${system}.arazzo.yaml`), 'utf8'));
    const { code, said } = await respect(system);
    expect(code, said).toBe(0);
    expect(said).toContain(`Workflows: ${workflows.length} passed, ${workflows.length} total`);
  });

  it('are refused by the tool where an answer is another', { timeout: 120_000 }, async () => {
    const { code, said } = await respect('assure', { basic: 'Basic d3Jvbmc6d3Jvbmc=' });
    expect(code).not.toBe(0);
    expect(said).toContain('$statusCode == 200');
  });
});
