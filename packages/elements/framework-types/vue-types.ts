import { handlers, imports, optionals, tagTable } from './declarations.ts';
import type { ElementFacts, Member } from './element-facts.ts';

/** Declares the elements to Vue's templates, which take `manual-after` and `manualAfter` for one name. */
export function vueTypes(elements: readonly ElementFacts[]): string {
  return `import type { HTMLAttributes, ReservedProps } from 'vue';
${imports(elements, (className) => [`${className}Properties`])}import type { NumberAttribute } from './markup.js';
${elements
  .map((element) => {
    const { tagName, className, events } = element;
    const own = writtenOtherwise(element);
    const replaced = own.map(({ name }) => `'${name}'`).join(' | ');
    return `
interface ${className}Own extends Omit<${className}Properties, ${replaced}> {
${optionals([...own, ...handlers(events, (event) => `on${camelCase(`-${event}`)}`)])}}

/** Everything that \`<${tagName}>\` takes. */
export type ${className}Props = Omit<HTMLAttributes, keyof ${className}Own> & ReservedProps & ${className}Own;
`;
  })
  .join('')}
declare module 'vue' {
  interface GlobalComponents {
${tagTable(elements, ({ className }) => `new () => { $props: ${className}Props; $el: ${className} }`, '    ')}  }
}
`;
}

/** Attributes whose name is not their property's, and those of numbers that Vue cannot set as a property: both are text. */
function writtenOtherwise({ attributes, properties }: ElementFacts): Member[] {
  return attributes
    .filter(({ name, type }) => {
      const isProperty = properties.some((property) => property.name === camelCase(name));
      return !isProperty || (name.includes('-') && type === 'NumberAttribute');
    })
    .map((attribute) => ({ ...attribute, name: camelCase(attribute.name) }));
}

const camelCase = (name: string): string => name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
