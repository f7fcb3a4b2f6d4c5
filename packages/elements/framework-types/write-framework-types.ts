// Makes what each framework needs to know of the elements out of `custom-elements.json`: types, and for Angular directives.
// A part of the build: node framework-types/write-framework-types.ts
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { angularDirectives } from './angular-directives.ts';
import { JSX_FRAMEWORKS, jsxTypes } from './jsx-types.ts';
import { markupTypes } from './markup-types.ts';
import { readElementFacts } from './element-facts.ts';
import { svelteTypes } from './svelte-types.ts';
import { vueTypes } from './vue-types.ts';

const DIST = join(import.meta.dirname, '..', 'dist');
const FOLDER = join(DIST, 'frameworks');
const MADE = '// Made from custom-elements.json by framework-types/write-framework-types.ts.\n';

const elements = readElementFacts(join(DIST, 'custom-elements.json'));
mkdirSync(FOLDER, { recursive: true });

function write(name: string, types: string, code: string): void {
  writeFileSync(join(FOLDER, `${name}.d.ts`), MADE + types);
  writeFileSync(join(FOLDER, `${name}.js`), MADE + code);
}

// Types alone, and a module for bundlers that follow the import.
const NOTHING = 'export {};\n';
write('markup', markupTypes(elements), NOTHING);
for (const [name, framework] of Object.entries(JSX_FRAMEWORKS)) write(name, jsxTypes(elements, framework), NOTHING);
write('vue', vueTypes(elements), NOTHING);
write('svelte', svelteTypes(elements), NOTHING);
const { types, code } = angularDirectives(elements);
write('angular', types, code);
