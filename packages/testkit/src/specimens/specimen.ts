import type { KtpHolder } from './data/ktp-holder.ts';
import type { WrongCheckDigit } from './data/mrz-lines.ts';
import type { SpecimenHolder } from './data/specimen-holder.ts';
import type { SpecimenPortrait } from './drawing/draw-portrait.ts';

/** A document of Utopia. */
export interface UtopianSpecimen {
  readonly kind: 'passport' | 'id-card-front' | 'id-card-back' | 'driving-licence-front' | 'driving-licence-back';
  readonly holder: SpecimenHolder;
  /** What the printed fields say otherwise than the machine-readable zone and the barcode, as on an altered document. */
  readonly printed?: Partial<SpecimenHolder>;
  /** Default: a head and shoulders without a face. */
  readonly portrait?: SpecimenPortrait;
  readonly wrongCheckDigit?: WrongCheckDigit;
  /** Width that the SVG asks for. Default 1500 for a passport, 1200 for a card. */
  readonly widthPx?: number;
}

/** An Indonesian identity card. */
export interface KtpSpecimen {
  readonly kind: 'ktp';
  readonly holder: KtpHolder;
  /** What the printed fields say otherwise than the holder's data: to make a card whose number contradicts it. */
  readonly printed?: Partial<KtpHolder>;
  readonly portrait?: SpecimenPortrait;
  readonly widthPx?: number;
}

export type Specimen = UtopianSpecimen | KtpSpecimen;
export type SpecimenKind = Specimen['kind'];
