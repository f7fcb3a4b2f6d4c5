import { readElementManifest, type ElementManifest, type ManifestEntry } from '@bonafide/tooling/element-manifest.ts';

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
export function readElementFacts(manifestFile: string): ElementFacts[] {
  return readElementManifest(manifestFile).map(toFacts);
}

function toFacts(declaration: ElementManifest): ElementFacts {
  const { tagName, name: className, members, attributes, events } = declaration;
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
