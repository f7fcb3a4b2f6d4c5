import { optionals } from './declarations.ts';
import type { ElementFacts } from './element-facts.ts';

/** What all frameworks have in common: the properties and the attributes of each element. */
export function markupTypes(elements: readonly ElementFacts[]): string {
  const classes = elements.map(({ className }) => className).join(', ');
  return `import type { ${classes} } from '../index.js';

/** A number, or the text of one. */
export type NumberAttribute = number | \`\${number}\`;
/** Its presence turns it on; \`false\` turns it off. */
export type BooleanAttribute = boolean | '' | 'true' | 'false';
${elements
  .map(
    ({ tagName, className, properties, attributes }) => `
/** What can be set on \`<${tagName}>\` as a property. */
export interface ${className}Properties {
${optionals(properties)}}

/** What can be written on \`<${tagName}>\` as an attribute. */
export interface ${className}Attributes {
${optionals(attributes)}}
`,
  )
  .join('')}`;
}
