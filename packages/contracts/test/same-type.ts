import type * as z from 'zod';

/**
 * zod types an optional property as `x?: T | undefined`; the generated types, read under `exactOptionalPropertyTypes`,
 * as `x?: T`. JSON cannot say undefined, so the difference means nothing here: this drops it, at every depth, and
 * writes intersections as one object.
 */
export type Json<T> = unknown extends T
  ? T
  : T extends readonly (infer Item)[]
    ? Json<Item>[]
    : T extends object
      ? { [Key in keyof T]: Json<Exclude<T[Key], undefined>> }
      : T;

export type Equal<A, B> =
  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the two deferred conditionals are the comparison
  (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : [difference: A, from: B];

/** A validator takes exactly what the type says. `z.input`, since a default fills in what may be left out. */
export type Same<Validator extends z.ZodType, T> = Equal<Json<z.input<Validator>>, Json<T>>;

// The type checker is the test: `typecheck` fails, naming the row, when one of these constraints does not hold.
export type Names<Rows extends { readonly [Row in keyof Rows]: true }> = keyof Rows;
export type Refused<Rows extends { readonly [Row in keyof Rows]: readonly [unknown, unknown] }> = keyof Rows;
export type Complete<Rows extends readonly true[]> = Rows;
