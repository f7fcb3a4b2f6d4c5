import { expect, it } from 'vitest';
import type { Outcome } from '../../src/outcome/index.ts';
import * as validators from '../../src/outcome/validators.ts';

type Axes = readonly [
  lifecycle: Outcome['lifecycle'],
  decision: Outcome['decision'],
  nextAction: Outcome['nextAction'],
  terminal: boolean,
  reasons: readonly Outcome['reasons'][number]['class'][],
];

/** Declares a test for each row: what was said, and what it comes to. Each outcome also survives being stored. */
export function itHolds(rows: readonly (readonly [title: string, outcome: Outcome, expected: Axes])[]): void {
  it.each(rows)('%s', (_, outcome, expected) => {
    const { lifecycle, decision, nextAction, terminal, reasons } = outcome;
    expect([lifecycle, decision, nextAction, terminal, reasons.map((reason) => reason.class)]).toEqual(expected);
    expect(validators.outcome.parse(JSON.parse(JSON.stringify(outcome)))).toEqual(outcome);
  });
}
