import { TALKING_HEAD, writeFakeCamera } from '@bonafide/tooling/video-frames.ts';
import type { Browser, BrowserContext } from 'playwright-core';
import { launchBrowser, openPerson, type Person } from './open-person.ts';
import { writeAstronautCamera } from './write-astronaut-camera.ts';

/** Who sits before the camera: two real people. */
export type Face = 'talking-head' | 'astronaut';

/** What the camera shows of the talking head. */
export const HEAD = { video: TALKING_HEAD, fromSeconds: 4, count: 120 } as const;

export interface FaceSeatOptions {
  /** Default: the talking head. */
  readonly face?: Face;
  /** Default: a phone. */
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
}

/** Where people sit down before browsers that share nothing: one program for each face, and a context for each person. */
export interface FaceSeats {
  sit(options?: FaceSeatOptions): Promise<Person>;
  /** Everybody leaves. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

export function openFaceSeats(): FaceSeats {
  const browsers = new Map<Face, Promise<Browser>>();
  const contexts: BrowserContext[] = [];
  return {
    async sit({ face = 'talking-head', viewport = { width: 390, height: 844 }, colorScheme = 'light' } = {}) {
      const opened = browsers.get(face) ?? launch(face);
      browsers.set(face, opened);
      const context = await (await opened).newContext({ viewport, colorScheme });
      contexts.push(context);
      return openPerson(context);
    },
    async clear() {
      await Promise.all(contexts.splice(0).map((context) => context.close()));
    },
    async close() {
      for (const browser of browsers.values()) await (await browser).close();
    },
  };
}

async function launch(face: Face): Promise<Browser> {
  return launchBrowser(
    face === 'astronaut' ? await writeAstronautCamera() : await writeFakeCamera('talking-head', HEAD),
  );
}
