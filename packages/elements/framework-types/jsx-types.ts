import { commented, handlers, imports, optionals, tagTable } from './declarations.ts';
import type { ElementFacts } from './element-facts.ts';

interface JsxFramework {
  /** Module whose `JSX` is augmented. */
  readonly module: string;
  /** What the declaration file takes from it. */
  readonly imports: string;
  /** Attributes of every element, for one class of element. */
  readonly base: (className: string) => string;
  /** The name under which a handler of an event is written. */
  readonly handlerOf: (event: string) => string;
  /** Ways to write a property or an attribute that only this framework has. */
  readonly extra: (className: string) => string;
}

const onEvent = (event: string): string => `on${event}`;

export const JSX_FRAMEWORKS: Readonly<Record<'react' | 'preact' | 'solid', JsxFramework>> = {
  react: {
    module: 'react',
    imports: "import type { DetailedHTMLProps, HTMLAttributes } from 'react';",
    base: (className) => `DetailedHTMLProps<HTMLAttributes<${className}>, ${className}>`,
    handlerOf: onEvent,
    extra: () => '',
  },
  preact: {
    module: 'preact',
    imports: "import type { ClassAttributes, HTMLAttributes } from 'preact';",
    base: (className) => `HTMLAttributes<${className}> & ClassAttributes<${className}>`,
    handlerOf: onEvent,
    extra: () => '',
  },
  solid: {
    module: 'solid-js',
    imports: "import type { JSX } from 'solid-js';",
    base: (className) => `JSX.HTMLAttributes<${className}>`,
    handlerOf: (event) => `on:${event}`,
    extra: (className) =>
      ` & { [K in keyof ${className}Properties as \`prop:\${K}\`]?: ${className}Properties[K] }` +
      ` & { [K in keyof ${className}Attributes as \`attr:\${K}\`]?: ${className}Attributes[K] }`,
  },
};

/** Declares the elements to a framework that is written as JSX. A property wins over an attribute of the same name. */
export function jsxTypes(elements: readonly ElementFacts[], framework: JsxFramework): string {
  const own = (className: string): string =>
    `${className}Handlers & ${className}Properties & Omit<${className}Attributes, keyof ${className}Properties>${framework.extra(className)}`;
  return `${framework.imports}
${imports(elements, (className) => [`${className}Properties`, `${className}Attributes`])}${elements
    .map(
      ({ tagName, className, events }) => `
${commented(`Handlers of the events of \`<${tagName}>\`.`, '')}interface ${className}Handlers {
${optionals(handlers(events, framework.handlerOf))}}

type ${className}Own = ${own(className)};

/** Everything that \`<${tagName}>\` takes. */
export type ${className}Props = Omit<${framework.base(className)}, keyof ${className}Own> & ${className}Own;
`,
    )
    .join('')}
declare module '${framework.module}' {
  namespace JSX {
    interface IntrinsicElements {
${tagTable(elements, ({ className }) => `${className}Props`, '      ')}    }
  }
}
`;
}
