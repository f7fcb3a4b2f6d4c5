import { expect } from 'chai';
import { DOCUMENT_SNAPSHOTS } from '../document-snapshots.ts';
import { IDENTITY_SNAPSHOTS } from '../identity-snapshots.ts';
import { SCREEN_SNAPSHOTS } from '../screen-snapshots.ts';
import { clearPage } from './mount.ts';

interface Report {
  readonly violations: readonly string[];
  readonly screens: readonly string[];
  readonly background: string;
  readonly ovalWidth: number;
  readonly cardWidth: number;
}

function openFrame(address: string): Promise<Report> {
  return new Promise((resolve) => {
    window.addEventListener('message', (event: MessageEvent<Report>) => resolve(event.data), { once: true });
    const frame = document.createElement('iframe');
    frame.width = '400';
    frame.height = '700';
    frame.src = address;
    document.body.append(frame);
  });
}

describe('a strict Content-Security-Policy with Trusted Types', () => {
  afterEach(clearPage);

  it('stops nothing that the elements do, and their styles apply', async () => {
    const address = new URL('./strict-policy.html', import.meta.url).href;
    const { headers } = await fetch(address);
    expect(headers.get('content-security-policy')).to.contain("style-src 'self';");
    const report = await openFrame(address);
    expect(report.violations).to.deep.equal([]);
    const all = [SCREEN_SNAPSHOTS, DOCUMENT_SNAPSHOTS, IDENTITY_SNAPSHOTS];
    expect(report.screens).to.have.length(all.reduce((sum, screens) => sum + Object.keys(screens).length, 0));
    expect(report.screens).not.to.contain('none');
    expect(report.background).to.equal('rgb(1, 2, 3)');
    expect(report.ovalWidth).to.be.greaterThan(120);
    expect(report.cardWidth).to.be.greaterThan(200);
  });
});
