import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  ASTRONAUT_FOCUS,
  INDONESIAN,
  placeInScene,
  renderSpecimen,
  UTOPIAN,
  UTOPIAN_EXPIRED,
} from '@bonafide/testkit/specimens';
import type { SceneOptions, Specimen, SpecimenPortrait } from '@bonafide/testkit/specimens';
import type { CameraFilms } from '@bonafide/tooling/camera-films.ts';
import { readVideoFrames, TALKING_HEAD, writeFilm } from '@bonafide/tooling/video-frames.ts';
import sharp, { type Sharp } from 'sharp';

/** One thing after another before the fake camera, over and over. */
export type IdentitySubject =
  | 'passport'
  | 'id-card'
  | 'ktp'
  | 'ktp-of-another'
  | 'other-face'
  | 'expired'
  | 'blurred'
  | 'photocopy'
  | 'screen'
  | 'two-faces';

const WIDTH = 1280;
const HEIGHT = 720;
/** Border that a frame may be shifted by, so that a document lies in a hand and not in stone. */
const SLACK = 24;
const SWAY_FRAMES = 60;
/** A film depends on everything that is said here. */
const SOURCE = readFileSync(fileURLToPath(import.meta.url), 'utf8');
const HEAD = { video: TALKING_HEAD, fromSeconds: 4, width: 960, height: 720 };

/** What the cameras of a phone show: the sides of a document behind it, a face before it. */
export async function identityFilms(subject: IdentitySubject): Promise<CameraFilms> {
  const portrait = await portraitOf(subject);
  const [front = '', back] = await Promise.all(
    specimensOf(subject, portrait).map((specimen) =>
      writeFilm(`identity-${subject}-${specimen.kind}`, [SOURCE, specimen], () =>
        documentFrames(specimen, sceneOf(subject)),
      ),
    ),
  );
  const faces = subject === 'two-faces' ? 'two' : 'one';
  const face = await writeFilm(`identity-face-${faces}`, [SOURCE, faces], () => faceFrames(faces));
  return { front, face, ...(back === undefined ? {} : { back }) };
}

/** The portrait of the person in the video. */
export async function portraitOfHead(): Promise<SpecimenPortrait> {
  return portraitOf('passport');
}

/** The person of the video, or somebody else. */
async function portraitOf(subject: IdentitySubject): Promise<SpecimenPortrait> {
  if (subject === 'other-face' || subject === 'ktp-of-another') {
    const picture = readFileSync(fileURLToPath(import.meta.resolve('@bonafide/testkit/assets/astronaut.png')));
    return { url: `data:image/png;base64,${picture.toString('base64')}`, focus: ASTRONAUT_FOCUS };
  }
  const frame = readFileSync(
    await writeFilm('identity-head', SOURCE, () => readVideoFrames({ ...HEAD, fromSeconds: 5, count: 1 })),
  );
  return { url: `data:image/jpeg;base64,${frame.toString('base64')}`, focus: { x: 0.5, y: 0.5, span: 0.55 } };
}

function specimensOf(subject: IdentitySubject, portrait: SpecimenPortrait): readonly Specimen[] {
  const holder = subject === 'expired' ? UTOPIAN_EXPIRED : UTOPIAN;
  if (subject.startsWith('ktp')) return [{ kind: 'ktp', holder: INDONESIAN, portrait }];
  if (subject !== 'id-card') return [{ kind: 'passport', holder, portrait }];
  return [
    { kind: 'id-card-front', holder, portrait },
    { kind: 'id-card-back', holder },
  ];
}

function sceneOf(subject: IdentitySubject): SceneOptions {
  switch (subject) {
    case 'blurred':
      return { blurPx: 4 };
    case 'photocopy':
      return { medium: 'photocopy' };
    case 'screen':
      return { medium: 'screen' };
    default:
      return { surface: 'stone', spanRatio: 0.58, yawDegrees: 4, rotationDegrees: 1.5 };
  }
}

/** One side of a document in its scene, as a camera takes it: a JPEG. */
export async function photographDocument(specimen: Specimen, options: SceneOptions): Promise<Buffer> {
  return (await drawScene(specimen, options)).jpeg({ quality: 92 }).toBuffer();
}

async function drawScene(specimen: Specimen, options: SceneOptions): Promise<Sharp> {
  const { data, info } = await sharp(Buffer.from(renderSpecimen(specimen)))
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const drawn = { data: new Uint8ClampedArray(data), width: info.width, height: info.height };
  const { image } = placeInScene(drawn, options);
  return sharp(image.data, { raw: { width: image.width, height: image.height, channels: 4 } }).removeAlpha();
}

/** Two seconds of one side of a document, swaying a little: the loop has no jump. */
async function documentFrames(specimen: Specimen, options: SceneOptions): Promise<readonly Buffer[]> {
  const size = { width: WIDTH + 2 * SLACK, height: HEIGHT + 2 * SLACK };
  const still = await (await drawScene(specimen, { ...size, ...options })).raw().toBuffer();
  const sway: Buffer[] = [];
  for (let i = 0; i < SWAY_FRAMES; i += 1) {
    const angle = (2 * Math.PI * i) / SWAY_FRAMES;
    sway.push(
      await sharp(still, { raw: { ...size, channels: 3 } })
        .extract({
          left: Math.round(SLACK + 3 * Math.sin(angle)),
          top: Math.round(SLACK + 2 * Math.cos(angle)),
          width: WIDTH,
          height: HEIGHT,
        })
        .jpeg({ quality: 92 })
        .toBuffer(),
    );
  }
  return sway;
}

/** The talking head in the middle of the frame; or twice. */
async function faceFrames(faces: 'one' | 'two'): Promise<readonly Buffer[]> {
  const frames: Buffer[] = [];
  for (const frame of await readVideoFrames({ ...HEAD, count: 120 })) {
    const ground = sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: '#8a8f94' } });
    const half = await sharp(frame).extract({ left: 160, top: 0, width: 640, height: 720 }).toBuffer();
    const layers =
      faces === 'two'
        ? [
            { input: half, left: 0, top: 0 },
            { input: half, left: WIDTH / 2, top: 0 },
          ]
        : [{ input: frame, left: (WIDTH - 960) / 2, top: 0 }];
    frames.push(await ground.composite(layers).jpeg({ quality: 92 }).toBuffer());
  }
  return [...frames, ...frames.slice(1, -1).reverse()];
}
