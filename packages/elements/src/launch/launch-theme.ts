/** Looks for a launched check; each member is one of the element's tokens. What is left out keeps its default. */
export interface SelfieLivenessTheme {
  readonly scheme?: 'light' | 'dark' | 'auto';
  readonly colors?: Readonly<
    Partial<Record<'bg' | 'fg' | 'muted' | 'accent' | 'onAccent' | 'ok' | 'warn' | 'error' | 'scrim', string>>
  >;
  readonly oval?: Readonly<Partial<Record<'width' | 'stroke' | 'strokeReady' | 'strokeOk', string>>>;
  readonly radius?: string;
  readonly font?: string;
  readonly hintSize?: string;
  readonly space?: string;
  readonly motion?: string;
}

/** The same for any check. */
export interface LaunchTheme extends SelfieLivenessTheme {
  readonly card?: Readonly<Partial<Record<'width', string>>>;
}

/** A theme as custom properties: `{ colors: { onAccent } }` is `--sl-color-on-accent`. */
export function toTokens(theme: LaunchTheme): readonly (readonly [name: string, value: string])[] {
  const { colors = {}, oval = {}, card = {}, radius, font, hintSize, space, motion } = theme;
  const plain = { radius, font, hintSize, space, motion };
  return [
    ...entries('--sl-color-', colors),
    ...entries('--sl-oval-', oval),
    ...entries('--sl-card-', card),
    ...entries('--sl-', plain),
  ];
}

function entries(prefix: string, values: Readonly<Record<string, string | undefined>>): [string, string][] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[prefix + name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`), value]],
  );
}
