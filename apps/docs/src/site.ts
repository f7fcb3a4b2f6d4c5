// Which pages there are, and where their text comes from: the repository's own Markdown, this app's few pages, and what the
// build makes. A new guide for a framework is one file in `pages/guides/frameworks/`.
import { globSync } from 'node:fs';
import { readManifest } from './reference/manifest.ts';
import { readText, ROOT } from './repository.ts';

export type PageSource =
  | { readonly kind: 'markdown'; readonly file: string }
  | { readonly kind: 'element'; readonly tagName: string }
  | { readonly kind: 'exports'; readonly folder: string };

export interface Page {
  /** From the site's root, with a slash at its end; empty for the first page. */
  readonly path: string;
  readonly title: string;
  readonly source: PageSource;
  /** The script of `page/` that the page needs besides the site's own. */
  readonly script?: 'playground' | 'inspector' | 'document-inspector';
}

export interface Section {
  readonly title: string;
  readonly pages: readonly Page[];
}

/** Packages whose exports are public. */
export const PACKAGES = [
  'elements',
  'partner-server',
  'browser-core',
  'contracts',
  'verifier',
  'models',
  'testkit',
].map((name) => `packages/${name}`);

const OWN = 'apps/docs/pages';

function markdown(path: string, file: string, title = titleOf(file), script?: Page['script']): Page {
  return { path, title, source: { kind: 'markdown', file }, ...(script ? { script } : {}) };
}

/** Every Markdown file of a folder, by its title. */
function folder(path: string, pattern: string): Page[] {
  return globSync(pattern, { cwd: ROOT })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !file.endsWith('/README.md'))
    .sort()
    .map((file) => markdown(`${path}${nameOf(file)}/`, file));
}

const nameOf = (file: string): string => file.split('/').at(-1)?.replace(/\.md$/, '') ?? '';

function titleOf(file: string): string {
  const title = /^# (.*)$/m.exec(readText(file))?.[1];
  if (title === undefined) throw new Error(`${file} has no title`);
  return title.replaceAll('`', '');
}

const elementPages = readManifest().map(({ tagName }): Page => ({
  path: `reference/${tagName}/`,
  title: `<${tagName}>`,
  source: { kind: 'element', tagName },
}));

/** The site, in the order of its navigation. */
export const SECTIONS: readonly Section[] = [
  {
    title: 'Begin',
    pages: [
      markdown('', `${OWN}/home.md`, 'Bonafide'),
      markdown('start/', `${OWN}/start.md`),
      markdown('playground/', `${OWN}/playground.md`, 'Playground', 'playground'),
      markdown('inspector/', `${OWN}/inspector.md`, 'Inspector', 'inspector'),
      markdown('document-inspector/', `${OWN}/document-inspector.md`, 'Document inspector', 'document-inspector'),
    ],
  },
  {
    title: 'Your page',
    pages: [
      ...folder('guides/frameworks/', `${OWN}/guides/frameworks/*.md`),
      markdown('guides/elements/', 'packages/elements/README.md', 'The elements'),
      markdown('content-security-policy/', `${OWN}/content-security-policy.md`),
    ],
  },
  {
    title: 'Your backend',
    pages: [
      markdown('guides/partner-server/', 'packages/partner-server/README.md', 'The server client'),
      ...folder('guides/systems/', 'docs/systems/*.md'),
    ],
  },
  {
    title: 'What it judges',
    pages: [
      markdown('liveness/', 'docs/liveness/README.md', 'Liveness'),
      ...folder('liveness/', 'docs/liveness/*.md'),
      markdown('documents/', 'docs/documents.md', 'Documents'),
      markdown('accessibility/', 'docs/accessibility.md', 'Accessibility'),
      markdown('devices/', 'docs/devices.md', 'Devices'),
      markdown('privacy/', `${OWN}/privacy.md`),
      markdown('security/', 'SECURITY.md'),
    ],
  },
  {
    title: 'Reference',
    pages: [
      ...elementPages,
      markdown('reference/codes/', `${OWN}/codes.md`),
      markdown('reference/thresholds/', `${OWN}/thresholds.md`),
      ...PACKAGES.map((name): Page => ({
        path: `reference/exports/${name.split('/')[1]}/`,
        title: `Exports of ${name.split('/')[1]}`,
        source: { kind: 'exports', folder: name },
      })),
    ],
  },
  {
    title: 'Packages and apps',
    pages: [
      ...['browser-core', 'contracts', 'verifier', 'models', 'testkit', 'wire'].map((name) =>
        markdown(`packages/${name}/`, `packages/${name}/README.md`, name),
      ),
      ...['sandbox', 'demo', 'hosted', 'frameworks', 'docs'].map((name) =>
        markdown(`apps/${name}/`, `apps/${name}/README.md`, name),
      ),
    ],
  },
  {
    title: 'The project',
    pages: [
      markdown('upgrade/', `${OWN}/upgrade.md`),
      markdown('releases/', 'docs/releases.md'),
      markdown('architecture/', 'docs/architecture.md'),
      markdown('decisions/', 'docs/decisions/README.md'),
      ...folder('decisions/', 'docs/decisions/*.md'),
      markdown('contributing/', 'CONTRIBUTING.md'),
      markdown('dependencies/', 'DEPENDENCIES.md'),
    ],
  },
];

export const PAGES: readonly Page[] = SECTIONS.flatMap(({ pages }) => pages);
