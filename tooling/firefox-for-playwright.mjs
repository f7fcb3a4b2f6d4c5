#!/usr/bin/env node
// Prevents: a test kit that is shown in Chromium alone because this machine's Firefox is a distribution's. Playwright drives an
// unpatched Firefox by WebDriver BiDi (`channel: 'moz-firefox'`), and sends one command that the long-term release does not know
// yet: `emulation.setMediaFeaturesOverride`. Playwright starts this program in Firefox's place; it starts Firefox, stands between
// the two, and answers that command by itself. So no test may rely on an emulated media feature there.
//
// Usage: as `executablePath` of `firefox.launch({ channel: 'moz-firefox' })`, or of `launchOptions`. Needs only Node 18 or later.
import { spawn } from 'node:child_process';
import { WebSocket, WebSocketServer } from 'ws';
import { findTool } from '../scripts/ensure-tools.mjs';

const UNKNOWN = 'emulation.setMediaFeaturesOverride';
/** What Firefox says once it can be spoken to; Playwright reads the same words from here. */
const LISTENING = /WebDriver BiDi listening on (ws:\/\/\S+)/;

const firefox = findTool('firefox');
if (firefox === undefined) throw new Error('Firefox is needed: install it, or set FIREFOX_PATH to its path.');
const child = spawn(firefox, process.argv.slice(2), { stdio: ['ignore', 'ignore', 'pipe'] });
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.once('exit', (code) => process.exit(code ?? 0));

let said = '';
const listen = (chunk) => {
  said += chunk;
  const address = LISTENING.exec(said)?.[1];
  if (address === undefined) return;
  child.stderr.off('data', listen).resume();
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 }, () =>
    console.error(`WebDriver BiDi listening on ws://127.0.0.1:${server.address().port}`),
  );
  server.on('connection', (playwright, { url }) => join(playwright, new WebSocket(address + url)));
};
child.stderr.on('data', listen);

function join(playwright, browser) {
  const early = [];
  playwright.on('message', (data) => {
    const text = String(data);
    const { id, method } = JSON.parse(text);
    if (method === UNKNOWN) playwright.send(JSON.stringify({ type: 'success', id, result: {} }));
    else if (browser.readyState === WebSocket.OPEN) browser.send(text);
    else early.push(text);
  });
  browser.on('open', () => {
    for (const text of early) browser.send(text);
  });
  browser.on('message', (data) => playwright.send(String(data)));
  for (const [one, other] of [
    [playwright, browser],
    [browser, playwright],
  ]) {
    one.on('close', () => other.close());
    one.on('error', () => other.close());
  }
}
