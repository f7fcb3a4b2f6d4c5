import '@bonafide/elements/define/selfie-liveness';
import '@bonafide/elements/react';
import { useEffect, useState } from 'react';

interface Session {
  readonly token: string;
  readonly correlationId: string;
  readonly baseUrl: string;
}

export function SelfieCheck({ onDone }: { readonly onDone: (status: string) => void }) {
  const [session, setSession] = useState<Session>();

  useEffect(() => {
    const ending = new AbortController();
    void (async () => {
      try {
        const response = await fetch('/api/sessions', { method: 'POST', signal: ending.signal });
        setSession(await response.json());
      } catch (error) {
        if (!ending.signal.aborted) throw error;
      }
    })();
    return () => ending.abort();
  }, []);

  return (
    <selfie-liveness
      assetsUrl="/bonafide/"
      baseUrl={session?.baseUrl ?? ''}
      session={session}
      onliveness-complete={({ detail }) => onDone(detail.status)}
    />
  );
}
