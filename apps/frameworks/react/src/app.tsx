import { useState } from 'react';
import { SelfieCheck } from './selfie-check.tsx';

export function App() {
  const [isShown, setShown] = useState(true);
  const [status, setStatus] = useState('');
  return (
    <main>
      <h1>React</h1>
      <button onClick={() => setShown((shown) => !shown)}>{isShown ? 'Leave' : 'Begin'}</button>
      <output>{status}</output>
      {isShown && <SelfieCheck onDone={setStatus} />}
    </main>
  );
}
