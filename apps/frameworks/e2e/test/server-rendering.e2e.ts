import { expect, test } from './framework-page.ts';

test.describe('next', () => {
  test('the server renders the tag, and misses no document', async ({ sites }) => {
    const response = await fetch(await sites.addressOf('next'));
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toMatch(/<selfie-liveness [^>]*assets-url="\/bonafide\/"/);
    // A secret or a whole object has no business there.
    expect(html).not.toMatch(/<selfie-liveness [^>]*(?:session|token)/);
    expect(sites.serverOutput()).not.toMatch(/is not defined|Error/);
  });
});
