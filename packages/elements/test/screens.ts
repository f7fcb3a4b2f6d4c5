// Takes a picture of every screen, to be looked at: phone and desktop, light and dark, left to right and right to left.
// Beside them it lays a contact sheet for each element and size, `sheet-….png`: what differs from its neighbours is seen there
// first. Each screen is looked at by axe too: `index.html` shows what it said with links to the sheets, `axe.json` tells
// programs. Ends with 1 where axe found a violation.
//
// Usage: node test/screens.ts <folder> [pattern of names, such as '^identity-.*-rtl$' or '(?:ar|hi)-small$']
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import axe, { type AxeResults, type RunOptions } from 'axe-core';
import { launch, type Browser, type Page } from 'puppeteer-core';
import { findTool } from '../../../scripts/ensure-tools.mjs';
import { toAxeEntry, toAxePage, toAxeReport, type AxeEntry } from './axe-report.ts';
import { AXE_RULES } from './axe-rules.ts';
import { takeContactSheet } from './contact-sheet.ts';
import { openGalleryServer } from './gallery-server.ts';
import { shots, type Shot } from './shots.ts';

/** Runs in the page. (`waitForFunction` makes functions of texts there, which the page's policy forbids.) */
function isShown(): boolean {
  const root = document.querySelector('selfie-liveness, document-capture, id-verification')?.shadowRoot;
  const inner = root?.querySelector('selfie-liveness, document-capture')?.shadowRoot ?? root;
  const video = inner?.querySelector('video');
  // In the language that was asked for, which may come later than the screen.
  const isSpoken = inner?.querySelector<HTMLElement>('.root')?.lang === document.documentElement.lang;
  return isSpoken && inner?.querySelector('.screen') != null && (video == null || video.videoWidth > 0);
}

async function take(
  page: Page,
  url: string,
  { width, height, query, features = [] }: Shot,
  path: `${string}.png`,
): Promise<void> {
  await page.emulateMediaFeatures([...features]);
  await page.setViewport({ width, height, deviceScaleFactor: 1 });
  await page.goto(`${url}?${new URLSearchParams(query).toString()}`);
  const deadlineMs = performance.now() + 60_000;
  while (!(await page.evaluate(isShown))) {
    if (performance.now() > deadlineMs) throw new Error(`${path} does not appear`);
    await sleep(50);
  }
  // Movements last less than this; the pictures show where they end.
  await sleep(700);
  await page.screenshot({ path });
}

/** Runs in the page, after axe itself was put there. */
function runAxe(rules: NonNullable<RunOptions['rules']>): Promise<AxeResults> {
  // The element alone, with its dialogs: the gallery around it is nobody's page.
  const element = document.querySelector('selfie-liveness, document-capture, id-verification');
  const { axe: inPage } = window as unknown as { axe: { run(node: Node, options: RunOptions): Promise<AxeResults> } };
  return inPage.run(element ?? document, { resultTypes: ['violations', 'incomplete'], rules });
}

/** Shows one after the other of what is left, in a browser of its own: what lies in the background stands still. */
async function work(url: string, left: Shot[], tell: (entry: AxeEntry, browser: string) => void): Promise<void> {
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    page.setDefaultNavigationTimeout(120_000);
    page.on('console', (message) => console.log(`  ${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => console.log(`  ${String(error)}`));
    for (let shot = left.shift(); shot !== undefined; shot = left.shift()) {
      await take(page, url, shot, `${join(folder, shot.name)}.png`);
      await page.evaluate(axe.source);
      tell(toAxeEntry(shot, await page.evaluate(runAxe, AXE_RULES)), await browser.version());
    }
  } finally {
    await browser.close();
  }
}

async function takeSheets(taken: readonly Shot[]): Promise<void> {
  // The gallery's policy lets no picture through that is written into its page; this one has none.
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    for (const sheet of new Set(taken.map((shot) => shot.sheet))) {
      const shown = taken.filter((shot) => shot.sheet === sheet);
      await takeContactSheet(page, shown, folder, `${join(folder, `sheet-${sheet}`)}.png`);
      console.log(`sheet-${sheet}`);
    }
  } finally {
    await browser.close();
  }
}

const [folder = '', pattern = ''] = process.argv.slice(2);
if (folder === '') throw new Error('usage: node test/screens.ts <folder> [pattern of names]');
const executablePath = findTool('chromium');
if (executablePath === undefined) throw new Error('Chrome or Chromium is needed; set CHROME_PATH to its path');
const openBrowser = (): Promise<Browser> =>
  launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
mkdirSync(folder, { recursive: true });

const wanted = shots().filter(({ name }) => new RegExp(pattern).test(name));
const said = new Map<string, AxeEntry>();
let version = '';
const server = await openGalleryServer();
try {
  const left = [...wanted];
  const tell = (entry: AxeEntry, browser: string): void => {
    version = browser;
    said.set(entry.name, entry);
    console.log([entry.name, ...entry.violations.map(({ rule, html }) => `${rule}: ${html.join(' | ')}`)].join('\n  '));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, () => work(server.url, left, tell)));
} finally {
  server.close();
}
await takeSheets(wanted);
const report = toAxeReport(
  axe.version,
  version,
  wanted.flatMap(({ name }) => said.get(name) ?? []),
);
writeFileSync(join(folder, 'axe.json'), `${JSON.stringify(report)}\n`);
writeFileSync(join(folder, 'index.html'), toAxePage(report));
const wrong = report.screens.filter(({ violations }) => violations.length > 0);
console.log(`${report.screens.length} showings, ${wrong.length} with a violation: ${join(folder, 'index.html')}`);
if (report.screens.length === 0 || wrong.length > 0) process.exitCode = 1;
