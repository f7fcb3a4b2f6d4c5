import { readFileSync } from 'node:fs';

interface ManifestEntry {
  readonly name: string;
  readonly kind?: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
  readonly readonly?: boolean;
  readonly static?: boolean;
  readonly fieldName?: string;
}

interface Declaration {
  readonly tagName?: string;
  readonly name: string;
  readonly description: string;
  readonly members: readonly ManifestEntry[];
  readonly attributes: readonly ManifestEntry[];
  readonly events: readonly ManifestEntry[];
  readonly slots: readonly ManifestEntry[];
  readonly cssParts: readonly ManifestEntry[];
}

/** Something that can be written on an element: `type` is TypeScript that the generated file can say. */
export interface Member {
  readonly name: string;
  readonly type: string;
  readonly comment: string;
}

/** An element, as every framework needs to know it. */
export interface ElementFacts {
  readonly tagName: string;
  readonly className: string;
  /** What it is, its slots and its parts. */
  readonly comment: string;
  readonly properties: readonly Member[];
  readonly attributes: readonly Member[];
  /** By their own names; `type` is the event's class. */
  readonly events: readonly Member[];
}

/** What is written as text in markup, where the property is something else. */
const WRITTEN: Readonly<Record<string, string>> = { number: 'NumberAttribute', boolean: 'BooleanAttribute' };

/** Every element of the manifest. A property's type is looked up on the element's class, so that it cannot be another. */
export function readElements(manifestFile: string): ElementFacts[] {
  const { modules } = JSON.parse(readFileSync(manifestFile, 'utf8')) as {
    readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
  };
  const elements = modules
    .flatMap(({ declarations = [] }) => declarations)
    .flatMap((declaration) => (declaration.tagName === undefined ? [] : [toFacts(declaration.tagName, declaration)]));
  if (elements.length === 0) throw new Error(`${manifestFile} has no element`);
  return elements;
}

function toFacts(tagName: string, declaration: Declaration): ElementFacts {
  const { name: className, members, attributes, events } = declaration;
  const typeOf = (property: string): string => `${className}[${quoted(property)}]`;
  return {
    tagName,
    className,
    comment: [
      declaration.description,
      listOf('Slots', declaration.slots),
      listOf('CSS parts', declaration.cssParts),
    ].join('\n\n'),
    properties: members
      .filter((member) => member.kind === 'field' && !member.readonly && !member.static)
      .map((member) => ({ name: member.name, type: typeOf(member.name), comment: withDefault(member) })),
    // `lang` is every element's.
    attributes: attributes.flatMap((attribute) => {
      const { name, fieldName, type } = attribute;
      if (fieldName === undefined) return [];
      return [{ name, type: WRITTEN[type?.text ?? ''] ?? typeOf(fieldName), comment: withDefault(attribute) }];
    }),
    events: events.map(({ name, description = '' }) => ({
      name,
      type: `${className}Event<${quoted(name)}>`,
      comment: description,
    })),
  };
}

export const quoted = (text: string): string => `'${text}'`;

function withDefault({ description = '', default: value }: ManifestEntry): string {
  return value === undefined ? description : `${description}\n\n@default ${value}`;
}

function listOf(title: string, entries: readonly ManifestEntry[]): string {
  return [`${title}:`, ...entries.map(({ name, description = '' }) => `- \`${name}\`: ${description}`)].join('\n');
}
