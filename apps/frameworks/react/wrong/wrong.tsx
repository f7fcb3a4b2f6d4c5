import '@bonafide/elements/react';

// What follows a line that says "wrong" must not compile. A name with a hyphen that TypeScript does not know is never asked about in JSX:
// write properties by their own names.
export const wrong = (
  <>
    {/* wrong: no such property */}
    <selfie-liveness captureMod="auto" />
    {/* wrong: none of its words */}
    <selfie-liveness captureMode="sometimes" />
    {/* wrong: no number */}
    <selfie-liveness max-attempts="many" />
    {/* wrong: neither true nor false */}
    <selfie-liveness start-screen="maybe" />
    {/* wrong: the detail has no decision */}
    <selfie-liveness onliveness-complete={({ detail }) => detail.decision} />
    {/* wrong: no such element */}
    <selfie-livenes />
  </>
);
