/** Where a threshold comes from: our measurement, somebody's written requirement, or a guess that waits for one. */
export type Provenance = 'measured' | 'spec' | 'guess';

/** One line of a gate, with the range in which it makes sense and where it comes from. */
export interface Threshold {
  readonly value: number;
  readonly unit: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly provenance: Provenance;
  readonly source: string;
}

export const threshold = (
  value: number,
  unit: string,
  [minimum, maximum]: readonly [number, number],
  provenance: Provenance,
  source: string,
): Threshold => ({ value, unit, minimum, maximum, provenance, source });

export const SHARE = [0, 1] as const;
export const LUMA = [0, 255] as const;
export const DEGREES = [0, 90] as const;
export const MILLISECONDS = [0, 60_000] as const;
export const HYSTERESIS = 'leaves after it enters, so that a value on the line does not flicker';

export interface PolicyKind {
  /** What one of its thresholds is called in an error. */
  readonly noun: string;
  /** Enter lines that a falling value crosses: their leave line lies above. */
  readonly falling: ReadonlySet<string>;
}

/**
 * One number for each threshold, some of them replaced; frozen. Throws `TypeError` for an unknown name, a number outside
 * the threshold's range, or a pair `…Enter…`, `…Leave…` whose leave line lies on the wrong side.
 */
export function createPolicy<Name extends string>(
  thresholds: Readonly<Record<Name, Threshold>>,
  { noun, falling }: PolicyKind,
  overrides: Partial<Readonly<Record<NoInfer<Name>, number>>>,
): Readonly<Record<Name, number>> {
  const names = Object.keys(thresholds) as Name[];
  const unknown = Object.keys(overrides).find((name) => !Object.hasOwn(thresholds, name));
  if (unknown !== undefined) throw new TypeError(`"${unknown}" is not a ${noun}.`);
  const policy = Object.fromEntries(names.map((name) => [name, overrides[name] ?? thresholds[name].value])) as Record<
    Name,
    number
  >;
  for (const name of names) {
    const { minimum, maximum, unit } = thresholds[name];
    const value = policy[name];
    if (!(value >= minimum && value <= maximum)) {
      throw new TypeError(`${name} must be ${minimum} to ${maximum} ${unit}, not ${String(value)}.`);
    }
    const leave = name.replace('Enter', 'Leave');
    if (leave === name) continue;
    const leaveValue = policy[leave as Name];
    if (falling.has(name) ? leaveValue < value : leaveValue > value) {
      throw new TypeError(`${leave} (${leaveValue}) lies on the wrong side of ${name} (${value}).`);
    }
  }
  return Object.freeze(policy);
}
