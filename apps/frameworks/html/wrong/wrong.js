import '@bonafide/elements/define/selfie-liveness';

// What follows a line that says "wrong" must not compile.
const element = document.createElement('selfie-liveness');
// wrong: no such property
element.captureMod = 'auto';
// wrong: none of its words
element.captureMode = 'sometimes';
// wrong: no number
element.maxAttempts = 'many';
// wrong: the detail has no decision
element.addEventListener('liveness-complete', ({ detail }) => detail.decision);
