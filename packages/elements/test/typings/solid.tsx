/** @jsxImportSource solid-js */
// What a page may write, and what it may not. TypeScript never asks about a name with a hyphen that it does not know, in any JSX.
import '@bonafide/elements/solid';

export const right = [
  <selfie-liveness
    class="check"
    baseUrl="https://gateway.example.com"
    session={{ token: 'token', correlationId: 'order-1' }}
    captureMode="auto"
    manual-after="5000"
    start-screen="false"
    on:liveness-complete={({ detail }) => detail.status satisfies 'COMPLETED' | 'NOT_COMPLETED' | 'ERROR'}
  >
    <p slot="footer">ours</p>
  </selfie-liveness>,
  <document-capture
    side="front"
    documentType="passport"
    max-file-mb={5}
    on:document-complete={({ detail }) => detail}
  />,
  <id-verification retentionDays={30} review="off" on:idv-complete={(event) => event.detail} />,
];

export const wrong = [
  // @ts-expect-error there is no such property
  <selfie-liveness captureMod="auto" />,
  // @ts-expect-error it takes three words, and this is none of them
  <selfie-liveness captureMode="sometimes" />,
  // @ts-expect-error as an attribute too
  <selfie-liveness capture="sometimes" />,
  // @ts-expect-error a number, or the text of one
  <selfie-liveness manual-after="soon" />,
  // @ts-expect-error true or false
  <selfie-liveness start-screen="maybe" />,
  // @ts-expect-error a session is no text
  <selfie-liveness session="token" />,
  // @ts-expect-error what happens when it is over has no such detail
  <selfie-liveness on:liveness-complete={({ detail }) => detail.decision} />,
  // @ts-expect-error there is no such property
  <document-capture sides="front" />,
  // @ts-expect-error a number of days
  <id-verification retentionDays="many" />,
  // @ts-expect-error no such element
  <selfie-livenes />,
];
