// A Web Test Runner launcher for WebKitGTK's MiniBrowser: plain W3C WebDriver over HTTP, on a private X display where
// the machine has none.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const START_DEADLINE_MS = 60_000;

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/** Debian keeps it off the PATH, in a folder that is named after architecture and API version. */
function findMiniBrowser() {
  for (const base of ['/usr/lib', '/usr/libexec']) {
    if (!existsSync(base)) continue;
    const folders = [base, ...readdirSync(base).map((name) => join(base, name))];
    for (const folder of folders) {
      for (const version of ['webkitgtk-6.0', 'webkit2gtk-4.1', 'webkit2gtk-4.0']) {
        const path = join(folder, version, 'MiniBrowser');
        if (existsSync(path)) return path;
      }
    }
  }
  throw new Error('WebKitWebDriver is here, MiniBrowser is not');
}

async function openDisplay(xvfb) {
  if (process.env.DISPLAY) return { display: process.env.DISPLAY, close() {} };
  if (!xvfb) throw new Error('WebKit needs an X display: set DISPLAY, or install Xvfb');
  const child = spawn(xvfb, ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}`)));
    child.stdio[3].once('data', (data) => resolve(String(data).trim()));
  });
  return { display: `:${number}`, close: () => child.kill() };
}

/** @param {{ driver: string, xvfb?: string }} options paths of WebKitWebDriver and Xvfb */
export function webkitLauncher({ driver, xvfb }) {
  const sessions = new Map();
  let screen;
  let child;
  let base;

  async function call(method, path, body) {
    const response = await fetch(base + path, { method, ...(body ? { body: JSON.stringify(body) } : {}) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`WebDriver ${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  }

  async function waitUntilReady() {
    const deadlineMs = performance.now() + START_DEADLINE_MS;
    while (performance.now() < deadlineMs) {
      const status = await call('GET', '/status').catch(() => null);
      if (status?.ready) return;
      await sleep(50);
    }
    throw new Error('WebKitWebDriver does not answer');
  }

  return {
    name: 'WebKit',
    type: 'webkitgtk',
    concurrency: 1,
    async initialize() {
      screen = await openDisplay(xvfb);
      const port = await freePort();
      base = `http://127.0.0.1:${port}`;
      child = spawn(driver, ['--host=127.0.0.1', `--port=${port}`], {
        env: { ...process.env, DISPLAY: screen.display, LIBGL_ALWAYS_SOFTWARE: '1' },
        stdio: 'ignore',
      });
      await waitUntilReady();
    },
    async startSession(id, url) {
      const { sessionId } = await call('POST', '/session', {
        capabilities: {
          alwaysMatch: {
            browserName: 'MiniBrowser',
            'webkitgtk:browserOptions': {
              binary: findMiniBrowser(),
              args: ['--automation', '--enable-mock-capture-devices=true'],
            },
          },
        },
      });
      sessions.set(id, { sessionId, url });
      await call('POST', `/session/${sessionId}/url`, { url });
    },
    isActive: (id) => sessions.has(id),
    getBrowserUrl: (id) => sessions.get(id)?.url,
    async stopSession(id) {
      const session = sessions.get(id);
      sessions.delete(id);
      // The window may be gone already, and with it the session.
      if (session) await call('DELETE', `/session/${session.sessionId}`).catch(() => undefined);
      return { testCoverage: undefined };
    },
    async stop() {
      child?.kill();
      screen?.close();
    },
  };
}
