import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Backend, createProcess, dataUrl, openBackend, type OpenProcess } from './support/assure.ts';
import type { Answer } from './support/journey.ts';
import { openTestSandbox, OTHER, type TestSandbox } from './support/open-test-sandbox.ts';

let sandbox: TestSandbox;
let backend: Backend;
let theirs: OpenProcess;
let front: Buffer;

beforeAll(async () => {
  sandbox = await openTestSandbox();
  backend = await openBackend(sandbox);
  theirs = await createProcess(await openBackend(sandbox, OTHER));
  front = await grey(800, 500).jpeg().toBuffer();
});
afterAll(() => sandbox.close());

const grey = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#808080' } });
const watermark = { title: 'COPY', description: 'For the partner only', date: '2026-03-01' };
const serve = (name: 'watermark' | 'redact', body: object) =>
  backend.request('POST', `/assure/services/${name}`, { watermark, ...body });
const saidOf = ({ status, body }: Answer) => [status, body.detail, body.code];

/** How many of a hundred pixels are lighter or darker than the grey that the picture was, by columns and rows of nine parts. */
async function marked(image: string): Promise<number[]> {
  const { data, info } = await sharp(Buffer.from(image.split(',')[1] ?? '', 'base64'))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const counts = Array.from({ length: 9 }, () => 0);
  for (const [at, value] of data.entries()) {
    const column = Math.floor(((at % info.width) / info.width) * 3);
    const row = Math.floor((Math.floor(at / info.width) / info.height) * 3);
    if (Math.abs(value - 128) > 24) counts[row * 3 + column] = (counts[row * 3 + column] ?? 0) + 1;
  }
  return counts.map((count) => (count / (data.length / 9)) * 100);
}

describe('a watermark', () => {
  it.each(['jpeg', 'png'] as const)('is all over a %s, which stays one of its size', async (format) => {
    const bytes = await grey(800, 500).toFormat(format).toBuffer();
    const image = dataUrl(bytes, `image/${format}`);
    const answer = await serve('watermark', { image, imageDepiction: 'front' });
    expect(answer.status).toBe(200);
    expect(answer.body.image).toMatch(new RegExp(`^data:image/${format};base64,`));
    const { width, height } = await sharp(Buffer.from(answer.body.image.split(',')[1], 'base64')).metadata();
    expect([width, height]).toEqual([800, 500]);
    // In every ninth of it, so that none can be cut out, and no ninth is hidden.
    for (const share of await marked(answer.body.image)) {
      expect(share).toBeGreaterThan(2);
      expect(share).toBeLessThan(50);
    }
    expect(Math.max(...(await marked(image)))).toBe(0);
  });

  it('is of the text that was given, and markup in it is text', async () => {
    const written = async (title: string) =>
      (await serve('watermark', { image: dataUrl(front), watermark: { title } })).body.image;
    expect(await written('A')).toBe(await written('A'));
    expect(await written('A')).not.toBe(await written('B'));
    expect(await written('<b>A</b>')).not.toBe(await written('A'));
    expect(await written('Smørrebrød')).not.toBe(await written('Smorrebrod'));
    expect(await written('A & B')).toMatch(/^data:image/);
  });

  it('goes on a picture of the width of a finger', async () => {
    const image = dataUrl(await grey(24, 16).png().toBuffer(), 'image/png');
    expect((await serve('watermark', { image })).status).toBe(200);
  });

  it('turns a picture upright and leaves nothing of where it was taken', async () => {
    const turned = await grey(60, 40).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { body } = await serve('watermark', { image: dataUrl(turned) });
    const { width, height, orientation, exif } = await sharp(
      Buffer.from(body.image.split(',')[1], 'base64'),
    ).metadata();
    expect([width, height, orientation, exif]).toEqual([40, 60, undefined, undefined]);
  });

  it.each([
    ['without text', { watermark: { title: ' ' } }, 'The request is not valid at watermark.', undefined],
    ['without anything', { watermark: undefined }, 'The request is not valid at watermark.', undefined],
    [
      'in letters that it lacks',
      { watermark: { title: '\u5e9f' } },
      'The watermark has a letter that cannot be drawn.',
      undefined,
    ],
    ['with a book', { watermark: { description: 'x'.repeat(101) } }, 'The watermark is too long.', undefined],
    [
      'on what only begins like a picture',
      { image: dataUrl() },
      'The image is not a JPEG or PNG picture.',
      'image-unsupported',
    ],
    ['on an address', { image: 'https://elsewhere.example/1.jpg' }, 'The request is not valid at image.', undefined],
    ['on the back', { imageDepiction: 'back' }, 'The request is not valid at imageDepiction.', undefined],
  ])('%s is refused', async (_, over, detail, code) => {
    expect(saidOf(await serve('watermark', { image: dataUrl(front), ...over }))).toEqual([400, detail, code]);
  });

  it('on too many pixels or bytes is refused', async () => {
    const wide = dataUrl(await grey(5001, 10).png().toBuffer(), 'image/png');
    const TOO_LARGE = [400, 'The image is too large.', 'image-too-large'];
    expect(saidOf(await serve('watermark', { image: wide }))).toEqual(TOO_LARGE);
    const heavy = new Uint8Array(4_000_001);
    heavy.set(front);
    expect(saidOf(await serve('watermark', { image: dataUrl(heavy) }))).toEqual(TOO_LARGE);
  });

  it('names no dossier and process but one’s own', async () => {
    const image = dataUrl(front);
    const mine = await createProcess(backend);
    const NONE = [400, 'The dossier or process does not exist.', undefined];
    for (const ids of [
      { dossierId: theirs.dossierId },
      { processId: theirs.processId },
      { dossierId: mine.dossierId, processId: theirs.processId },
      { dossierId: crypto.randomUUID() },
    ])
      expect(saidOf(await serve('watermark', { image, ...ids }))).toEqual(NONE);
    const { dossierId, processId } = mine;
    expect((await serve('watermark', { image, dossierId, processId })).status).toBe(200);
  });
});

it('redacts nothing, and says so', async () => {
  const answer = await serve('redact', { image: dataUrl(front) });
  expect(saidOf(answer)).toEqual([403, 'The account may not redact pictures.', undefined]);
  expect(answer.body).not.toHaveProperty('image');
});
