// Takes a picture of every screen, to be looked at: phone and desktop, light and dark, and right to left.
//
// Usage: node test/screens.ts <folder> [part of a file name]
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { launch, type MediaFeature, type Page } from 'puppeteer-core';
import { findTool } from '../../../scripts/ensure-tools.mjs';
import { openGalleryServer } from './gallery-server.ts';
import { SCREEN_SNAPSHOTS, type ScreenName } from './screen-snapshots.ts';

interface Shot {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly query: Readonly<Record<string, string>>;
  /** What the person has asked the system for. */
  readonly features?: readonly MediaFeature[];
}

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };
const SMALLEST = { width: 280, height: 420 };
const LANDSCAPE = { width: 844, height: 390 };

function shots(): readonly Shot[] {
  const screens = Object.keys(SCREEN_SNAPSHOTS) as ScreenName[];
  const all: Shot[] = [];
  for (const screen of screens) {
    all.push(
      { name: `${screen}-phone-light`, ...PHONE, query: { screen, theme: 'light', width: '480', height: '640' } },
      { name: `${screen}-phone-dark`, ...PHONE, query: { screen, theme: 'dark', width: '480', height: '640' } },
      { name: `${screen}-desktop-light`, ...DESKTOP, query: { screen, theme: 'light', cameras: '' } },
      { name: `${screen}-desktop-dark`, ...DESKTOP, query: { screen, theme: 'dark', cameras: '' } },
    );
  }
  for (const screen of ['consent', 'aligning'] as const) {
    all.push({ name: `${screen}-launched-desktop`, ...DESKTOP, query: { screen, theme: 'light', launch: '' } });
    all.push({ name: `${screen}-launched-phone`, ...PHONE, query: { screen, theme: 'dark', launch: '' } });
  }
  for (const screen of ['consent', 'holding', 'manual', 'failed'] as const) {
    const query = { screen, cameras: '', width: '480', height: '640' };
    const contrast = [{ name: 'prefers-contrast', value: 'more' }];
    const forced = [{ name: 'forced-colors', value: 'active' }];
    all.push({ name: `${screen}-contrast`, ...PHONE, query, features: contrast });
    all.push({ name: `${screen}-forced-colors`, ...PHONE, query, features: forced });
  }
  for (const screen of ['consent', 'aligning', 'manual', 'permission-denied', 'failed'] as const) {
    const theme = 'light';
    all.push(
      { name: `${screen}-smallest`, ...SMALLEST, query: { screen, theme, help: '' } },
      { name: `${screen}-landscape`, ...LANDSCAPE, query: { screen, theme, cameras: '' } },
      { name: `${screen}-indonesian`, ...PHONE, query: { screen, theme, lang: 'id', width: '480', height: '640' } },
      {
        name: `${screen}-rtl`,
        ...PHONE,
        query: { screen, theme, dir: 'rtl', cameras: '', width: '480', height: '640' },
      },
    );
  }
  return all;
}

/** Runs in the page. (`waitForFunction` makes functions of texts there, which the page's policy forbids.) */
function isShown(): boolean {
  const root = document.querySelector('selfie-liveness')?.shadowRoot;
  const video = root?.querySelector('video');
  return root?.querySelector('.screen') != null && (video == null || video.videoWidth > 0);
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
  const deadlineMs = performance.now() + 20_000;
  while (!(await page.evaluate(isShown))) {
    if (performance.now() > deadlineMs) throw new Error(`${path} does not appear`);
    await sleep(50);
  }
  // Movements last less than this; the pictures show where they end.
  await sleep(700);
  await page.screenshot({ path });
}

const [folder, part = ''] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: node test/screens.ts <folder> [part of a file name]');
const executablePath = findTool('chromium');
if (executablePath === undefined) throw new Error('Chrome or Chromium is needed; set CHROME_PATH to its path');
mkdirSync(folder, { recursive: true });

const server = await openGalleryServer();
const browser = await launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
try {
  const page = await browser.newPage();
  page.on('console', (message) => console.log(`  ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => console.log(`  ${String(error)}`));
  for (const shot of shots().filter(({ name }) => name.includes(part))) {
    await take(page, server.url, shot, `${join(folder, shot.name)}.png`);
    console.log(shot.name);
  }
} finally {
  await browser.close();
  server.close();
}
