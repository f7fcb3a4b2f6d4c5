import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { createSandbox, type Sandbox } from '../src/sandbox.ts';
import { basic } from './support/assure.ts';
import { photo } from './support/face-oidc.ts';
import { openCounterparts } from './support/open-counterparts.ts';
import type { Partner } from './support/open-partner.ts';
import type { Verdict } from './support/pictures.ts';
import { readingProcessor } from './support/reading-processor.ts';

// The flows of the vendors' diagrams, as Arazzo descriptions, run by a tool that nobody here wrote: it sends what they say, and holds
// every answer to its specification. The person in them makes the requests of the hosted page; what their pictures show is written in
// the pictures, and the gateways decide on it by themselves.

const SPECIFICATIONS = fileURLToPath(new URL('../../../specs/', import.meta.url));
const REDOCLY = join(createRequire(import.meta.url).resolve('@redocly/cli/package.json'), '..', 'bin', 'cli.js');
const CLIENT = { clientId: 'ACME', passKey: 'acme-pass-key' } as const;
const ONBOARDING_PARTNERS = ['ACME-SDK-COE_STANDALONE_LIVENESS', 'ACME-SDK-COE_FACE_VERIFICATION'];
const KEYLESS_KEY = 'acme-keyless-key';
const IDNOW_REDIRECT = 'https://acme.example.com/recognised';
const FACE_REDIRECT = 'https://acme.example.com/face/done';
/** How long the tool may take. */
const RUN_MS = 100_000;
/** What each of the person's pictures shows. */
const PICTURES: Readonly<Record<string, Verdict>> = {
  document: 'document',
  face: 'live',
  'another-face': 'other-person',
  mask: 'not-live',
};
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
let folder = '';

beforeAll(async () => {
  folder = await copySpecifications();
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
  rmSync(folder, { recursive: true });
});

/** The specifications and their workflows, beside the pictures that the person shows, in a folder of their own. */
async function copySpecifications(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bonafide-workflows-'));
  cpSync(SPECIFICATIONS, folder, { recursive: true });
  const pictures = join(folder, 'workflows', 'person', 'pictures');
  mkdirSync(pictures, { recursive: true });
  for (const [name, verdict] of Object.entries(PICTURES))
    writeFileSync(join(pictures, `${name}.jpg`), await photo(verdict));
  return folder;
}

const toDataUrl = async (verdict: Verdict) => `data:image/jpeg;base64,${(await photo(verdict)).toString('base64')}`;

const inputs = async () => ({
  ...CLIENT,
  basic: basic(CLIENT),
  sandbox: url,
  counterparts: counterparts.url,
  pageKey: randomBytes(32).toString('base64url'),
  correlationId: crypto.randomUUID(),
  subjectId: crypto.randomUUID(),
  email: `anna-${crypto.randomUUID()}@example.com`,
  redirectUri: FACE_REDIRECT,
  idnowRedirect: IDNOW_REDIRECT,
  keylessApiKey: KEYLESS_KEY,
  document: await toDataUrl('document'),
  face: await toDataUrl('live'),
  anotherFace: await toDataUrl('other-person'),
});

interface Over {
  readonly file?: string;
  readonly workflow?: string;
}

interface Run {
  readonly code: number | null;
  readonly said: string;
}

async function respect(system: string, { file = fileOf(system), workflow }: Over = {}): Promise<Run> {
  const child = spawn(
    process.execPath,
    [
      REDOCLY,
      'respect',
      file,
      ...(workflow === undefined ? [] : ['--workflow', workflow]),
      '--server',
      JSON.stringify({ [system]: `${url}${BASES[system]}`, 'capture-backend': `${url}/hosted/api/checks/{checkId}` }),
      '--input',
      JSON.stringify(await inputs()),
    ],
    {
      timeout: RUN_MS,
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true', NO_COLOR: '1' },
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += String(chunk)));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

const systems = globSync('*.arazzo.yaml', { cwd: join(SPECIFICATIONS, 'workflows') }).map((file) =>
  file.replace('.arazzo.yaml', ''),
);
const fileOf = (system: string) => join(folder, 'workflows', `${system}.arazzo.yaml`);

describe('the flows of the diagrams', () => {
  it('are there for every system', () => {
    expect(systems.toSorted()).toEqual(Object.keys(BASES).toSorted());
  });

  it.each(systems)('%s', { timeout: 120_000 }, async (system) => {
    // Our own files: what they repeat is no attack.
    const { workflows } = parse(readFileSync(fileOf(system), 'utf8'), { merge: true, maxAliasCount: -1 });
    const { code, said } = await respect(system);
    expect(code, said).toBe(0);
    expect(said).toContain(`Workflows: ${workflows.length} passed, ${workflows.length} total`);
  });

  it.each([
    ['assure', 'accepted', "/finalResult/lastName == 'SPECIMEN'", "/finalResult/lastName == 'ANOTHER'"],
    ['onekyc', 'notLive', "/data/reasonCode == 'NOT_LIVE'", "/data/reasonCode == 'FACE_MATCH_FAILED'"],
    ['mosaic', 'challenge', "body#/recommendation == 'CHALLENGE'", "body#/recommendation == 'ALLOW'"],
    ['idnow', 'verified', "/verification/status == 'verified'", "/verification/status == 'rejected'"],
    [
      'face-oidc',
      'granted',
      "['com.svipe:face_present'].state == 'state-1'",
      "['com.svipe:face_present'].state == '2'",
    ],
  ])(
    'are refused by the tool where %s comes to another end',
    { timeout: 120_000 },
    async (system, workflow, end, other) => {
      const text = readFileSync(fileOf(system), 'utf8');
      expect(text).toContain(end);
      const file = join(folder, 'workflows', `${system}-another-end.arazzo.yaml`);
      writeFileSync(file, text.replaceAll(end, other));
      const { code, said } = await respect(system, { file, workflow });
      expect(code).not.toBe(0);
      // By that alone, and not by anything else that the change has broken.
      const [, failed = ''] = said.split('Failed tests info');
      expect(failed, said).toContain(other);
      expect(failed).toMatch(/Checks: \d+ passed, 1 failed,/);
    },
  );
});
