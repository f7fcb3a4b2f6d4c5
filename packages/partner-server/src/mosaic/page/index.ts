export { nextMosaicPageStep, readReturn, restoreFromSerializedState, serializeState } from './mosaic-page.ts';
export type { MosaicPageStep, SavedMosaicStep, StartedMosaicStep } from './mosaic-page.ts';
