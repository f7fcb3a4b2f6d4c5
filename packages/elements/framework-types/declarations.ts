import type { ElementFacts, Member } from './element-facts.ts';

/** A comment above what it belongs to. */
export function commented(comment: string, indent: string): string {
  const lines = comment.split('\n').map((line) => `${indent} * ${line}`.trimEnd());
  return lines.length === 1 ? `${indent}/** ${comment} */\n` : `${indent}/**\n${lines.join('\n')}\n${indent} */\n`;
}

/** Optional members, one a line, each with its comment. */
export function optionals(members: readonly Member[], indent = '  '): string {
  return members
    .map(({ name, type, comment }) => `${commented(comment, indent)}${indent}${keyOf(name)}?: ${type};\n`)
    .join('');
}

/** Handlers of an element's events under the names that a framework gives them. */
export function handlers(events: readonly Member[], nameOf: (event: string) => string): Member[] {
  return events.map(({ name, type, comment }) => ({ name: nameOf(name), type: `(event: ${type}) => void`, comment }));
}

/** The entry of each element in a framework's table of tags. */
export function tagTable(
  elements: readonly ElementFacts[],
  typeOf: (element: ElementFacts) => string,
  indent: string,
): string {
  return elements
    .map((element) => `${commented(element.comment, indent)}${indent}'${element.tagName}': ${typeOf(element)};\n`)
    .join('');
}

/** What a declaration file takes from the package and from the file beside it. */
export function imports(elements: readonly ElementFacts[], shared: (className: string) => readonly string[]): string {
  const classes = elements.flatMap(({ className }) => [className, `${className}Event`]);
  const kinds = elements.flatMap(({ className }) => shared(className));
  return `import type { ${classes.join(', ')} } from '../index.js';\nimport type { ${kinds.join(', ')} } from './markup.js';\n`;
}

export function keyOf(name: string): string {
  return /^[A-Za-z]\w*$/.test(name) ? name : `'${name}'`;
}
