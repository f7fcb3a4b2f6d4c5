import { describe, expect, it } from 'vitest';
import { createTokenVault } from './token-vault.ts';

describe('token vault', () => {
  const credential = { clientId: 'client', secret: 'pass', tokenUrl: 'https://token.test' };

  it('opens what it sealed and nothing else', async () => {
    const vault = await createTokenVault(credential);
    const sealed = await vault.seal('secret');
    expect(await vault.open(sealed)).toBe('secret');
    expect(await (await createTokenVault({ ...credential, secret: 'other' })).open(sealed)).toBeUndefined();
    const flipped = sealed.slice(0, -1) + (sealed.endsWith('0') ? '1' : '0');
    for (const damaged of [flipped, sealed.slice(0, 20), '', 'no hex', sealed.toUpperCase()])
      expect(await vault.open(damaged)).toBeUndefined();
  });

  it('gives each credential and gateway a name of its own', async () => {
    const names = await Promise.all(
      [
        credential,
        { ...credential, clientId: 'x' },
        { ...credential, secret: 'x' },
        { ...credential, tokenUrl: 'https://x.test' },
      ].map(async (each) => (await createTokenVault(each)).storeKey),
    );
    expect(new Set(names).size).toBe(4);
    expect((await createTokenVault(credential)).storeKey).toBe(names[0]);
  });
});
