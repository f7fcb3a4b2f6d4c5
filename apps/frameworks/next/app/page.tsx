'use client';

import { useState } from 'react';
import { SelfieCheck } from './selfie-check';

export default function Page() {
  const [isShown, setShown] = useState(true);
  const [status, setStatus] = useState('');
  return (
    <main>
      <h1>Next</h1>
      <button onClick={() => setShown((shown) => !shown)}>{isShown ? 'Leave' : 'Begin'}</button>
      <output>{status}</output>
      {isShown && <SelfieCheck onDone={setStatus} />}
    </main>
  );
}
