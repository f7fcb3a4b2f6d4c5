// The manifest describes what is shipped: public members, the built files, and events with their types.
const shipped = (path) => path.replace(/^src\//, 'dist/').replace(/\.ts$/, '.js');

const shipOnly = {
  name: 'ship-only',
  packageLinkPhase({ customElementsManifest }) {
    for (const module of customElementsManifest.modules) {
      module.path = shipped(module.path);
      for (const item of module.exports ?? [])
        if (item.declaration?.module) item.declaration.module = shipped(item.declaration.module);
      for (const declaration of module.declarations ?? []) shipDeclaration(declaration);
    }
  },
};

/** What an element's events begin with, and their class. */
const EVENTS = {
  'selfie-liveness': ['liveness-', 'SelfieLivenessEvent'],
  'document-capture': ['document-', 'DocumentCaptureEvent'],
  'id-verification': ['idv-', 'IdVerificationEvent'],
};

function shipDeclaration(declaration) {
  if (declaration.superclass?.module) declaration.superclass.module = shipped(declaration.superclass.module);
  if (declaration.members) {
    declaration.members = declaration.members.filter(
      ({ name, privacy }) =>
        !name.startsWith('#') && privacy !== 'private' && privacy !== 'protected' && name !== 'addEventListener',
    );
  }
  // Events fired through a variable have no name here; every one of them is named by `@fires`.
  const [prefix, eventClass] = EVENTS[declaration.tagName] ?? ['\0'];
  declaration.events = declaration.events?.filter(({ name }) => name?.startsWith(prefix));
  for (const event of declaration.events ?? []) event.type = { text: `${eventClass}<'${event.name}'>` };
  for (const part of [...(declaration.attributes ?? []), ...(declaration.members ?? [])]) {
    if (part.inheritedFrom?.module) part.inheritedFrom.module = shipped(part.inheritedFrom.module);
    if (part.name === 'lang' && !part.description) {
      Object.assign(part, {
        type: { text: 'string' },
        description: 'Language of the texts; that of the page where none is given.',
      });
    }
  }
}

export default {
  globs: [
    'src/shell/shell-element.ts',
    'src/shell/capture-element.ts',
    'src/selfie-liveness/selfie-liveness.ts',
    'src/selfie-liveness/selfie-liveness-properties.ts',
    'src/document-capture/document-capture.ts',
    'src/document-capture/document-capture-properties.ts',
    'src/id-verification/id-verification.ts',
    'src/id-verification/id-verification-properties.ts',
    'src/define/selfie-liveness.ts',
    'src/define/document-capture.ts',
    'src/define/id-verification.ts',
  ],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [shipOnly],
};
