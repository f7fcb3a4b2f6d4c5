/** A line at which a problem is raised. */
export type EnterLine<Threshold extends string> = Extract<Threshold, `${string}Enter${string}`>;

/** One value of a frame beside the line that applied to it. */
export interface LineCheck<Code extends string, Threshold extends string> {
  readonly code: Code;
  readonly threshold: EnterLine<Threshold>;
  /** In the unit of the threshold. */
  readonly value: number;
  /** The enter line, or the leave line of a problem that was there before. */
  readonly line: number;
  /** Which side of the line is the problem. */
  readonly fails: 'over' | 'under';
  readonly failed: boolean;
}

/** True once a value reaches the line that applies: the leave line for a problem that is already there. */
export type LineCrosses<Code extends string, Threshold extends string> = (
  code: Code,
  value: number,
  threshold: EnterLine<Threshold>,
) => boolean;

/**
 * Compares values with the lines of a policy. `active` holds the problems of the frame before: they use the leave line, whose name is
 * the enter line's with `Leave` in place of `Enter`. `onCheck` hears of every comparison.
 */
export function createLineChecks<Code extends string, Threshold extends string>(
  policy: Readonly<Record<Threshold, number>>,
  active: ReadonlySet<Code>,
  onCheck?: (check: LineCheck<Code, Threshold>) => void,
): { readonly over: LineCrosses<Code, Threshold>; readonly under: LineCrosses<Code, Threshold> } {
  const crosses = (fails: 'over' | 'under'): LineCrosses<Code, Threshold> => {
    return (code, value, threshold) => {
      const name = active.has(code) ? (threshold.replace('Enter', 'Leave') as Threshold) : threshold;
      const line = policy[name];
      // Negated on purpose: what is not a number is a problem, never a pass.
      const failed = fails === 'over' ? !(value <= line) : !(value >= line);
      onCheck?.({ code, threshold, value, line, fails, failed });
      return failed;
    };
  };
  return { over: crosses('over'), under: crosses('under') };
}
