import { createSignal, Show } from 'solid-js';
import { SelfieCheck } from './selfie-check.tsx';

export function App() {
  const [isShown, setShown] = createSignal(true);
  const [status, setStatus] = createSignal('');
  return (
    <main>
      <h1>Solid</h1>
      <button onClick={() => setShown(!isShown())}>{isShown() ? 'Leave' : 'Begin'}</button>
      <output>{status()}</output>
      <Show when={isShown()}>
        <SelfieCheck onDone={setStatus} />
      </Show>
    </main>
  );
}
