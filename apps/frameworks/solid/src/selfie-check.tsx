import '@bonafide/elements/define/selfie-liveness';
import '@bonafide/elements/solid';
import { createSignal, onCleanup, onMount } from 'solid-js';

interface Session {
  readonly token: string;
  readonly correlationId: string;
  readonly baseUrl: string;
}

export function SelfieCheck(props: { readonly onDone: (status: string) => void }) {
  const [session, setSession] = createSignal<Session>();
  const ending = new AbortController();
  onCleanup(() => ending.abort());

  onMount(async () => {
    try {
      const response = await fetch('/api/sessions', { method: 'POST', signal: ending.signal });
      setSession(await response.json());
    } catch (error) {
      if (!ending.signal.aborted) throw error;
    }
  });

  return (
    <selfie-liveness
      attr:assets-url="/bonafide/"
      prop:baseUrl={session()?.baseUrl ?? ''}
      prop:session={session()}
      on:liveness-complete={({ detail }) => props.onDone(detail.status)}
    />
  );
}
