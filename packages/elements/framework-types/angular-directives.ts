import { commented } from './declarations.ts';
import type { ElementFacts } from './element-facts.ts';

/** Of the format in which Angular's libraries are shipped: what it can be read by, and what it was written for. */
const FORMAT = { minVersion: '14.0.0', version: '22.0.0' };

/**
 * A directive for each element. It does nothing when it runs: Angular sets the element's own properties and hears its own
 * events. To Angular's compiler it declares the inputs, so that a binding that does not exist is an error. Events are typed
 * by the element's class.
 */
export function angularDirectives(elements: readonly ElementFacts[]): {
  readonly code: string;
  readonly types: string;
} {
  const code = elements.map(({ tagName, className }) => {
    const name = `${className}Directive`;
    const shared = `version: '${FORMAT.version}', ngImport: i0, type: ${name}`;
    return `
export class ${name} {
  static ɵfac = i0.ɵɵngDeclareFactory({ minVersion: '12.0.0', ${shared}, deps: [], target: i0.ɵɵFactoryTarget.Directive });
  static ɵdir = i0.ɵɵngDeclareDirective({ minVersion: '${FORMAT.minVersion}', ${shared}, isStandalone: true, selector: '${tagName}' });
}
`;
  });
  const types = elements.map(({ tagName, className, comment, properties }) => {
    const name = `${className}Directive`;
    const inputs = properties.map((each) => `'${each.name}': { alias: '${each.name}'; required: false };`).join(' ');
    return `
${commented(comment, '')}export declare class ${name} {
${properties.map((each) => `${commented(each.comment, '  ')}  ${each.name}: ${each.type};\n`).join('')}  static ɵfac: i0.ɵɵFactoryDeclaration<${name}, never>;
  static ɵdir: i0.ɵɵDirectiveDeclaration<${name}, '${tagName}', never, { ${inputs} }, {}, never, never, true, never>;
}
`;
  });
  const classes = elements.map(({ className }) => className).join(', ');
  return {
    code: `import * as i0 from '@angular/core';\n${code.join('')}`,
    types: `import * as i0 from '@angular/core';\nimport type { ${classes} } from '../index.js';\n${types.join('')}`,
  };
}
