import { type FilmedCamera, openFilmedCamera } from '@bonafide/tooling/camera-films.ts';
import type { Browser, Page } from 'playwright-core';
import { identityFilms, type IdentitySubject } from '../../demo/test/identity-camera.ts';
import { launchBrowser, openPerson, type Person } from './open-person.ts';

export interface SeatOptions {
  /** Default: their passport, and their face. */
  readonly shows?: IdentitySubject;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
}

/** Where people with a document in their hand sit down before browsers of their own. */
export interface DocumentSeats {
  sit(options?: SeatOptions): Promise<Person>;
  /** Everybody leaves. */
  clear(): Promise<void>;
}

export function openDocumentSeats(): DocumentSeats {
  const opened: { readonly browser: Browser; readonly camera: FilmedCamera }[] = [];
  return {
    async sit({ shows = 'passport', viewport = { width: 390, height: 844 }, colorScheme = 'light' } = {}) {
      const camera = openFilmedCamera(await identityFilms(shows));
      const browser = await launchBrowser(camera.file);
      opened.push({ browser, camera });
      const context = await browser.newContext({ viewport, colorScheme });
      await camera.attach(context);
      const person = await openPerson(context);
      await takeSpecimens(person.page);
      return person;
    },
    async clear() {
      for (const { browser, camera } of opened.splice(0)) {
        await browser.close();
        camera.close();
      }
    },
  };
}

interface Requirements {
  readonly documents: readonly { readonly documentType: string }[];
}

/** The specimens are of a country that no list of real ones has: the page hears that passports from there are what is taken. */
async function takeSpecimens(page: Page): Promise<void> {
  await page.route('**/requirements', async (route) => {
    const response = await route.fetch();
    const requirements = (await response.json()) as Requirements;
    const documents = requirements.documents
      .filter(({ documentType }) => documentType === 'passport')
      .map((option) => ({ ...option, issuingCountries: ['UTO'] }));
    await route.fulfill({ response, json: { ...requirements, documents } });
  });
}
