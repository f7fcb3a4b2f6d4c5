import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import {
  ASTRONAUT_FOCUS,
  placeInScene,
  renderSpecimen,
  type SceneOptions,
  type Specimen,
  type SpecimenPortrait,
} from '@bonafide/testkit/specimens';
import sharp from 'sharp';

// Pictures as a camera would take them: of documents of people who do not exist, and of a real face (Eileen Collins,
// NASA, public domain).

type Jpeg = Uint8Array<ArrayBuffer>;

const ASTRONAUT = fileURLToPath(import.meta.resolve('@bonafide/testkit/assets/astronaut.png'));

const SELFIE = { width: 660, height: 840 } as const;

/** The face as a camera would frame it. */
export async function selfie(): Promise<Jpeg> {
  const cropped = sharp(await readFile(ASTRONAUT)).extract({ left: 120, top: 0, width: 220, height: 280 });
  return bytesOf(await cropped.resize(SELFIE.width, SELFIE.height).jpeg({ quality: 92 }).toBuffer());
}

/** Middles of the eyes in `selfie()`, and how far around them is drawn: shares of the width and height. */
const EYES = [
  { x: 0.36, y: 0.42 },
  { x: 0.64, y: 0.42 },
] as const;
const EYE_REACH = 0.16;

/** Somebody else: the one face with larger eyes, which the descriptor takes for another person's. */
export async function anotherSelfie(): Promise<Jpeg> {
  const { data, info } = await sharp(await selfie())
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = info;
  const drawn = Buffer.alloc(data.length);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = enlargeEyes(x / width, y / height);
      const source = (Math.round(from.y * height) * width + Math.round(from.x * width)) * channels;
      data.copy(drawn, (y * width + x) * channels, source, source + channels);
    }
  }
  return bytesOf(await sharp(drawn, { raw: { width, height, channels } }).jpeg({ quality: 92 }).toBuffer());
}

/** Where the colour of a place comes from: nearer to the eye that is close by. */
function enlargeEyes(x: number, y: number) {
  const ratio = SELFIE.height / SELFIE.width;
  for (const eye of EYES) {
    const distance = Math.hypot(x - eye.x, (y - eye.y) * ratio);
    if (distance >= EYE_REACH) continue;
    const share = (distance / EYE_REACH) ** 0.6;
    return { x: eye.x + (x - eye.x) * share, y: eye.y + (y - eye.y) * share };
  }
  return { x, y };
}

/** The face twice, side by side. */
export async function twoFaces(): Promise<Jpeg> {
  const one = await sharp(await selfie())
    .resize(440, 560)
    .toBuffer();
  const frame = sharp({ create: { width: 920, height: 640, channels: 3, background: '#8899aa' } });
  const both = frame.composite([
    { input: one, left: 10, top: 40 },
    { input: one, left: 470, top: 40 },
  ]);
  return bytesOf(await both.jpeg({ quality: 92 }).toBuffer());
}

/** The face as the portrait of a document. */
export async function portrait(): Promise<SpecimenPortrait> {
  const png = await readFile(ASTRONAUT);
  return { url: `data:image/png;base64,${png.toString('base64')}`, focus: ASTRONAUT_FOCUS };
}

/** A specimen on a desk before a camera. */
export async function photographed(specimen: Specimen, scene: SceneOptions = {}): Promise<Jpeg> {
  const svg = renderSpecimen({ ...specimen, portrait: specimen.portrait ?? (await portrait()) });
  const { data, info } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const { image } = placeInScene(
    { data: new Uint8ClampedArray(data), width: info.width, height: info.height },
    { width: 1920, height: 1080, ...scene },
  );
  const raw = { width: image.width, height: image.height, channels: 4 } as const;
  return bytesOf(await sharp(Buffer.from(image.data.buffer), { raw }).jpeg({ quality: 92 }).toBuffer());
}

function bytesOf(buffer: Buffer): Jpeg {
  return new Uint8Array(buffer);
}
