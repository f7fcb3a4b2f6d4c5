// Prevents: a test that fails on a fresh machine because a program is missing, and a test that is skipped in silence.
// Finds the programs that the tests drive; on a Debian machine where this user may install packages, installs what is
// missing. Needs only Node 18 or later.
//
// Usage: node scripts/ensure-tools.mjs [name ...]     (names: see TOOLS; default: all)
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const env = process.env;
const programFiles = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter(Boolean);
const mac = (path) => join('/Applications', path);

/** Newest `/usr/lib/postgresql/<major>/bin`, where Debian keeps the server programs off the PATH. */
function debianPostgres() {
  const base = '/usr/lib/postgresql';
  if (!existsSync(base)) return [];
  return readdirSync(base)
    .sort((a, b) => Number(b) - Number(a))
    .map((major) => join(base, major, 'bin', 'postgres'));
}

/**
 * Where each program may be, the variable that names it, the Debian packages that bring it, and whether a full test run
 * is impossible without it.
 */
export const TOOLS = {
  chromium: {
    required: true,
    variable: 'CHROME_PATH',
    names: ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable'],
    files: [
      mac('Google Chrome.app/Contents/MacOS/Google Chrome'),
      mac('Chromium.app/Contents/MacOS/Chromium'),
      mac('Microsoft Edge.app/Contents/MacOS/Microsoft Edge'),
      ...programFiles.map((folder) => join(folder, 'Google/Chrome/Application/chrome.exe')),
      ...programFiles.map((folder) => join(folder, 'Microsoft/Edge/Application/msedge.exe')),
    ],
    packages: ['chromium', 'fonts-liberation'],
  },
  firefox: {
    required: false,
    variable: 'FIREFOX_PATH',
    names: ['firefox', 'firefox-esr'],
    files: [
      mac('Firefox.app/Contents/MacOS/firefox'),
      ...programFiles.map((folder) => join(folder, 'Mozilla Firefox/firefox.exe')),
    ],
    packages: ['firefox-esr'],
  },
  webkit: {
    required: false,
    variable: 'WEBKIT_DRIVER_PATH',
    names: process.platform === 'linux' ? ['WebKitWebDriver'] : [],
    files: [],
    packages: ['webkit2gtk-driver'],
  },
  xvfb: { required: false, variable: 'XVFB_PATH', names: ['Xvfb'], files: [], packages: ['xvfb'] },
  redis: { required: false, variable: 'REDIS_PATH', names: ['redis-server'], files: [], packages: ['redis-server'] },
  postgres: {
    required: false,
    variable: 'POSTGRES_PATH',
    names: ['postgres'],
    files: debianPostgres,
    packages: ['postgresql'],
  },
  // The guard against breaking changes of a contract compares with the last release.
  git: { required: false, variable: 'GIT_PATH', names: ['git'], files: [], packages: ['git'] },
  // Node 26 needs it, and a minimal Debian lacks it.
  libatomic: {
    required: false,
    variable: 'LIBATOMIC_PATH',
    names: [],
    files: ['/usr/lib/x86_64-linux-gnu/libatomic.so.1', '/usr/lib/aarch64-linux-gnu/libatomic.so.1'],
    packages: ['libatomic1'],
  },
};

function onPath(name) {
  const folders = (env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

/** The program's path, or undefined. A variable that is set wins, and is wrong if its file does not exist. */
export function findTool(name) {
  const tool = TOOLS[name];
  if (!tool) throw new TypeError(`unknown tool: ${name}`);
  const named = env[tool.variable];
  if (named) return existsSync(named) ? named : undefined;
  const files = typeof tool.files === 'function' ? tool.files() : tool.files;
  return tool.names.map(onPath).find(Boolean) ?? files.find((file) => existsSync(file));
}

function installDebianPackages(packages) {
  if (!onPath('apt-get') || !existsSync('/etc/debian_version')) return false;
  const root = process.getuid?.() === 0;
  if (!root && !(onPath('sudo') && spawnSync('sudo', ['-n', 'true']).status === 0)) return false;
  const apt = (...args) =>
    execFileSync(
      root ? 'apt-get' : 'sudo',
      [...(root ? [] : ['-n', 'apt-get']), '-qq', '-o', 'DPkg::Lock::Timeout=600', '-o', 'Acquire::Retries=3', ...args],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
        // A server that a package brings is started by the tests themselves, never by the installation.
        env: { ...env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' },
      },
    );
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...packages);
  return true;
}

/** Installs what is missing where that is possible; returns each name's path or undefined. */
export function ensureTools(names) {
  const missing = names.filter((name) => !findTool(name));
  if (missing.length > 0) {
    const packages = missing.flatMap((name) => TOOLS[name].packages);
    console.log(`Missing: ${missing.join(', ')}. Installing ${packages.join(', ')} ...`);
    try {
      if (!installDebianPackages(packages)) console.log('Not a Debian machine that this user may install packages on.');
    } catch (error) {
      console.error(`apt-get failed: ${error.message}`);
    }
  }
  return Object.fromEntries(names.map((name) => [name, findTool(name)]));
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const named = process.argv.slice(2);
  for (const [name, path] of Object.entries(ensureTools(named.length > 0 ? named : Object.keys(TOOLS)))) {
    if (path) console.log(`${name}: ${path}`);
    else if (TOOLS[name].required) {
      console.error(`${name}: not found. Install it, or set ${TOOLS[name].variable} to its path.`);
      process.exitCode = 1;
    } else console.log(`${name}: not found, what needs it is skipped (set ${TOOLS[name].variable} to its path).`);
  }
}
