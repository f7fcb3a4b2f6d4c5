// Takes a picture of every screen, to be looked at: phone and desktop, light and dark, and right to left. Beside them it
// lays a contact sheet for each element and size, `sheet-….png`: what differs from its neighbours is seen there first.
//
// Usage: node test/screens.ts <folder> [pattern of names, such as '^identity-.*-rtl$' or '(?:ar|hi)-small$']
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { launch, type Page } from 'puppeteer-core';
import { findTool } from '../../../scripts/ensure-tools.mjs';
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

const [folder, pattern = ''] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: node test/screens.ts <folder> [pattern of names]');
const executablePath = findTool('chromium');
if (executablePath === undefined) throw new Error('Chrome or Chromium is needed; set CHROME_PATH to its path');
mkdirSync(folder, { recursive: true });

const server = await openGalleryServer();
const browser = await launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
try {
  const page = await browser.newPage();
  page.setDefaultNavigationTimeout(120_000);
  page.on('console', (message) => console.log(`  ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => console.log(`  ${String(error)}`));
  const wanted = shots().filter(({ name }) => new RegExp(pattern).test(name));
  for (const shot of wanted) {
    await take(page, server.url, shot, `${join(folder, shot.name)}.png`);
    console.log(shot.name);
  }
  // A page of its own: the gallery's policy lets no picture through that is written into it.
  const sheets = await browser.newPage();
  for (const sheet of new Set(wanted.map((shot) => shot.sheet))) {
    const shown = wanted.filter((shot) => shot.sheet === sheet);
    await takeContactSheet(sheets, shown, folder, `${join(folder, `sheet-${sheet}`)}.png`);
    console.log(`sheet-${sheet}`);
  }
} finally {
  await browser.close();
  server.close();
}
