import { handlers, imports, optionals, tagTable } from './declarations.ts';
import type { ElementFacts } from './element-facts.ts';

/** Declares the elements to Svelte's markup. A property wins over an attribute of the same name. */
export function svelteTypes(elements: readonly ElementFacts[]): string {
  return `import type { HTMLAttributes } from 'svelte/elements';
${imports(elements, (className) => [`${className}Properties`, `${className}Attributes`])}${elements
    .map(
      ({ tagName, className, events }) => `
interface ${className}Handlers {
${optionals(handlers(events, (event) => `on${event}`))}}

type ${className}Own = ${className}Handlers & ${className}Properties & Omit<${className}Attributes, keyof ${className}Properties>;

/** Everything that \`<${tagName}>\` takes. */
export type ${className}Props = Omit<HTMLAttributes<${className}>, keyof ${className}Own> & ${className}Own;
`,
    )
    .join('')}
declare module 'svelte/elements' {
  interface SvelteHTMLElements {
${tagTable(elements, ({ className }) => `${className}Props`, '    ')}  }
}
`;
}
