import type { ComplexAttributeConverter } from 'lit';

/**
 * A boolean attribute: there, it is on, and `false` is off. HTML knows no such value, but frameworks write one where they
 * cannot know that an attribute of somebody else's element is boolean.
 */
export const booleanAttribute: ComplexAttributeConverter<boolean> = {
  fromAttribute: (value) => value !== null && value !== 'false',
};
