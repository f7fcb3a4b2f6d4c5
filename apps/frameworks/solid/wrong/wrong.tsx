import '@bonafide/elements/solid';

// What follows a line that says "wrong" must not compile. A name with a hyphen that TypeScript does not know is never asked about in JSX:
// write properties by their own names.
export const wrong = (
  <>
    {/* wrong: no such property */}
    <selfie-liveness prop:captureMod="auto" />
    {/* wrong: none of its words */}
    <selfie-liveness prop:captureMode="sometimes" />
    {/* wrong: no number */}
    <selfie-liveness attr:max-attempts="many" />
    {/* wrong: neither true nor false */}
    <selfie-liveness attr:start-screen="maybe" />
    {/* wrong: the detail has no decision */}
    <selfie-liveness on:liveness-complete={({ detail }) => detail.decision} />
    {/* wrong: no such element */}
    <selfie-livenes />
  </>
);
