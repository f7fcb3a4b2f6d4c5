/** A bundle of waved lines that drift out of step, as security printing has them; lengths in millimetres. */
export interface WaveStyle {
  readonly stroke: string;
  readonly opacity?: number;
  readonly lines: number;
  readonly amplitude: number;
  readonly wavelength: number;
  /** How far each line is ahead of the one above it, in turns. */
  readonly drift: number;
  readonly strokeWidth?: number;
}

export function drawWaves(
  x: number,
  y: number,
  width: number,
  height: number,
  { stroke, opacity = 0.5, lines, amplitude, wavelength, drift, strokeWidth = 0.11 }: WaveStyle,
): string {
  const turn = 2 * Math.PI;
  const paths = Array.from({ length: lines }, (_, line) => {
    const middle = y + ((line + 0.5) / lines) * height;
    return polyline(Math.ceil(width / 0.9), (share) => {
      const along = share * width;
      const wave = Math.sin(turn * (along / wavelength + line * drift));
      const swell = Math.sin(turn * (along / (wavelength * 3.7) - line * drift * 0.6));
      return [x + along, middle + amplitude * (wave * 0.6 + swell * 0.8)];
    });
  });
  return `<path d="${paths.join('')}" fill="none" stroke="${stroke}" stroke-width="${strokeWidth}" opacity="${opacity}"/>`;
}

/** A flower of `rings` curves with `petals` petals each, every one turned a little further. */
export function drawRosette(
  centreX: number,
  centreY: number,
  radius: number,
  { stroke, opacity = 0.5, petals, rings }: { stroke: string; opacity?: number; petals: number; rings: number },
): string {
  const turn = 2 * Math.PI;
  const paths = Array.from({ length: rings }, (_, ring) => {
    const share = (ring + 1) / rings;
    return polyline(petals * 14, (along) => {
      const angle = turn * along;
      const reach = radius * (0.35 + 0.65 * share) * (1 + 0.16 * Math.cos(petals * angle + turn * share * 1.5)) * 0.86;
      return [centreX + reach * Math.cos(angle), centreY + reach * Math.sin(angle)];
    });
  });
  return `<path d="${paths.join('')}" fill="none" stroke="${stroke}" stroke-width="0.1" opacity="${opacity}"/>`;
}

function polyline(steps: number, at: (share: number) => readonly [number, number]): string {
  const points = Array.from({ length: steps + 1 }, (_, step) =>
    at(step / steps)
      .map((value) => value.toFixed(2))
      .join(' '),
  );
  return `M${points.join('L')}`;
}
