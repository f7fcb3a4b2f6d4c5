// Runs in the page, once a test lays a specimen document before its camera.
import { photographSpecimen } from '../scenes/photograph-specimen.ts';
import type { SceneOptions } from '../scenes/scene-options.ts';
import type { Specimen } from '../specimens/specimen.ts';

declare global {
  var bonafideSpecimens: { show(specimen: Specimen, options: SceneOptions): Promise<void> } | undefined;
}

globalThis.bonafideSpecimens = {
  async show(specimen, options) {
    const canvas = await photographSpecimen(specimen, options);
    globalThis.bonafideCamera?.showCanvas(canvas);
  },
};
