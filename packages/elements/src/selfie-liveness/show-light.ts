import type { SelfieCameraView } from './selfie-view-model.ts';

/** Hands the colour and its pace to the style sheet, through custom properties of the stage: a strict policy lets no style attribute in. */
export function showLight(root: ParentNode, light: SelfieCameraView['light']): void {
  const style = root.querySelector<HTMLElement>('.stage')?.style;
  if (light?.colour == null) {
    style?.removeProperty('--_light');
    style?.removeProperty('--_light-ramp');
    return;
  }
  style?.setProperty('--_light', light.colour);
  style?.setProperty('--_light-ramp', `${light.rampMs}ms`);
}
