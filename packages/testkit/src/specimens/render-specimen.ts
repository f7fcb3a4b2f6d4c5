import { drawDrivingLicenceBack, drawDrivingLicenceFront } from './documents/draw-driving-licence.ts';
import { drawIdCardBack, drawIdCardFront } from './documents/draw-id-card.ts';
import { drawKtp } from './documents/draw-ktp.ts';
import { drawPassport } from './documents/draw-passport.ts';
import type { Specimen } from './specimen.ts';

/**
 * One side of a document of a person who does not exist, marked SPECIMEN, as SVG. Letters are outlines, so that it looks
 * the same in every browser and under Node, whatever fonts there are.
 */
export function renderSpecimen(specimen: Specimen): string {
  switch (specimen.kind) {
    case 'passport':
      return drawPassport(specimen);
    case 'id-card-front':
      return drawIdCardFront(specimen);
    case 'id-card-back':
      return drawIdCardBack(specimen);
    case 'driving-licence-front':
      return drawDrivingLicenceFront(specimen);
    case 'driving-licence-back':
      return drawDrivingLicenceBack(specimen);
    case 'ktp':
      return drawKtp(specimen);
  }
}
