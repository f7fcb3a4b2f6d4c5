import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createSandbox, type Sandbox } from '../src/sandbox.ts';
import { dataUrl } from './support/assure.ts';

// The flows of the vendors' diagrams, as Arazzo descriptions, run by a tool that nobody here wrote: it sends what they say, and holds
// every answer to its specification.

const FOLDER = fileURLToPath(new URL('../../../specs/workflows/', import.meta.url));
const REDOCLY = join(createRequire(import.meta.url).resolve('@redocly/cli/package.json'), '..', 'bin', 'cli.js');
const CLIENT = { clientId: 'ACME', passKey: 'acme-pass-key' } as const;
const ONBOARDING_PARTNER = 'ACME-SDK-COE_STANDALONE_LIVENESS';
const FACE_REDIRECT = 'https://acme.example.com/face/done';
/** Where each specification begins on the sandbox's port. */
const BASES: Readonly<Record<string, string>> = {
  assure: '',
  onekyc: '/onekyc',
  mosaic: '/mosaic',
  idnow: '/idnow',
  'face-oidc': `/face-oidc/${CLIENT.clientId}`,
};

let sandbox: Sandbox;
let url = '';

beforeAll(async () => {
  sandbox = await createSandbox({
    clients: [
      {
        ...CLIENT,
        onboardingPartners: [ONBOARDING_PARTNER],
        faceOidc: { redirectUris: [FACE_REDIRECT], name: 'Acme' },
        idnow: { keylessApiKey: 'acme-keyless-key' },
      },
    ],
    log: null,
  });
  url = await sandbox.listen({ port: 0 });
});
afterAll(() => sandbox.close());

const inputs = () => ({
  ...CLIENT,
  basic: `Basic ${Buffer.from(`${CLIENT.clientId}:${CLIENT.passKey}`).toString('base64')}`,
  onboardingPartner: ONBOARDING_PARTNER,
  correlationId: crypto.randomUUID(),
  redirectUri: FACE_REDIRECT,
  picture: dataUrl(),
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
      `${system}=${url}${BASES[system]}`,
      '--input',
      JSON.stringify({ ...inputs(), ...over }),
    ],
    { env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' } },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

const systems = readdirSync(FOLDER).map((file) => file.replace('.arazzo.yaml', ''));

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
