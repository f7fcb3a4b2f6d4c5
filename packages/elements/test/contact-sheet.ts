import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Shot } from './shots.ts';

/** Width of a sheet, and of a picture on it, in pixels: eight phones or three desktops abreast, still to be read. */
const SHEET_WIDTH = 1920;
const PHONE_WIDTH = 232;
const DESKTOP_WIDTH = 626;
/** What is wider than this is no phone. */
const WIDEST_PHONE = 500;

/** Lays pictures that were taken beside each other, each under its name. */
export async function takeContactSheet(
  page: Page,
  shots: readonly Shot[],
  folder: string,
  path: `${string}.png`,
): Promise<void> {
  const figures = await Promise.all(shots.map((shot) => figureOf(shot, folder)));
  await page.setViewport({ width: SHEET_WIDTH, height: 800, deviceScaleFactor: 1 });
  await page.setContent(`<!doctype html><style>${STYLES}</style>${figures.join('')}`, { waitUntil: 'load' });
  await page.screenshot({ path, fullPage: true });
}

const STYLES = `
  body { display: flex; flex-wrap: wrap; align-content: start; align-items: start; gap: 8px; margin: 8px; background: #868e96; font: 12px sans-serif; }
  figure { margin: 0; }
  img { display: block; inline-size: 100%; }
  figcaption { padding: 2px 0; overflow-wrap: anywhere; }
`;

async function figureOf({ name, width }: Shot, folder: string): Promise<string> {
  const shown = width > WIDEST_PHONE ? DESKTOP_WIDTH : PHONE_WIDTH;
  const data = await readFile(join(folder, `${name}.png`), 'base64');
  return `<figure style="inline-size: ${shown}px"><figcaption>${name}</figcaption><img src="data:image/png;base64,${data}"></figure>`;
}
