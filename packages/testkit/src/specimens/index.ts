// Documents of people who do not exist, to test and to show with.
export { aamvaText } from './data/aamva-text.ts';
export { INDONESIAN } from './data/ktp-holder.ts';
export type { KtpHolder } from './data/ktp-holder.ts';
export { idCardMrz, passportMrz } from './data/mrz-lines.ts';
export type { WrongCheckDigit } from './data/mrz-lines.ts';
export { UTOPIAN, UTOPIAN_EXPIRED, UTOPIAN_MINOR } from './data/specimen-holder.ts';
export type { SpecimenHolder } from './data/specimen-holder.ts';
export type { SpecimenPortrait } from './drawing/draw-portrait.ts';
export { ASTRONAUT_FOCUS } from './portraits.ts';
export { renderSpecimen } from './render-specimen.ts';
export type { KtpSpecimen, Specimen, SpecimenKind, UtopianSpecimen } from './specimen.ts';
export { photographSpecimen } from '../scenes/photograph-specimen.ts';
export { placeInScene } from '../scenes/place-in-scene.ts';
export type {
  Scene,
  SceneMedium,
  SceneOptions,
  ScenePicture,
  ScenePoint,
  SceneSurface,
} from '../scenes/scene-options.ts';
