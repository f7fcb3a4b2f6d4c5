import { readSection } from './repository.ts';

/**
 * The policy of this site is the one that the elements' page promises to work under, with nowhere to send anything but
 * here. A static host need not send it: each page carries it.
 */
export function contentPolicy(): string {
  const promised = /```\n([\s\S]*?)```/.exec(
    readSection('packages/elements/README.md', 'content-security-policy'),
  )?.[1];
  if (promised === undefined) throw new Error('packages/elements/README.md shows no policy');
  const directives = promised.replaceAll(/\s+/g, ' ').trim().split('; ');
  return directives
    .map((directive) => (directive.startsWith('connect-src') ? "connect-src 'self'" : directive))
    .concat("base-uri 'none'", "form-action 'none'")
    .join('; ');
}
