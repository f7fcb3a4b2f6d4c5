// Prevents: tests that wait for a film to come round. Chromium reads the file of its fake camera anew whenever a camera is opened;
// so the file is a link, and the step that opens a camera decides where it points: a side of a document, or a face.
import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { CACHE } from './video-frames.ts';

/** What the camera sees in each step: files of `writeFilm`. A document without `back` shows its front again. */
export interface CameraFilms {
  readonly front: string;
  readonly back?: string;
  readonly face: string;
}

export interface FilmedCamera {
  /** For `fakeCameraFlags`. */
  readonly file: string;
  /** Makes every page that the context opens from now on put the right film in before it opens a camera. */
  readonly attach: (context: BrowserContext) => Promise<void>;
  close(): void;
}

export function openFilmedCamera(films: CameraFilms): FilmedCamera {
  mkdirSync(CACHE, { recursive: true });
  const file = join(CACHE, `camera-${randomUUID()}.mjpeg`);
  const show = (film: string): void => {
    symlinkSync(film, `${file}.next`);
    renameSync(`${file}.next`, file);
  };
  show(films.front);
  return {
    file,
    async attach(context) {
      await context.exposeFunction('showFilm', (which: keyof CameraFilms) => show(films[which] ?? films.front));
      await context.addInitScript(() => {
        const { showFilm } = globalThis as unknown as { readonly showFilm: (which: string) => Promise<void> };
        const { mediaDevices } = navigator;
        const original = mediaDevices.getUserMedia.bind(mediaDevices);
        mediaDevices.getUserMedia = async (constraints) => {
          const { state } = (document.querySelector('id-verification') ?? {}) as { readonly state?: string };
          await showFilm(state === 'capturing-front' ? 'front' : state === 'capturing-back' ? 'back' : 'face');
          return original(constraints);
        };
      });
    },
    close: () => rmSync(file, { force: true }),
  };
}
