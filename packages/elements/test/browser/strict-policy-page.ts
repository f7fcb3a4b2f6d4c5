// Runs in a frame under the strict policy, shows every screen, and tells the test what the policy stopped.
import { SCREEN_SNAPSHOTS, type ScreenName } from '../screen-snapshots.ts';
import { DOCUMENT_SNAPSHOTS, type DocumentScreenName } from '../document-snapshots.ts';
import { IDENTITY_SNAPSHOTS, type IdentityScreenName } from '../identity-snapshots.ts';
import { mountDocument } from './mount-document.ts';
import { mountIdentity } from './mount-identity.ts';
import { mount } from './mount.ts';

const violations: string[] = [];
document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
  violations.push(`${violatedDirective} ${blockedURI}`);
});

const { element, show } = await mount((each) => {
  each.style.setProperty('--sl-color-bg', 'rgb(1, 2, 3)');
});
const screens: string[] = [];
for (const name of Object.keys(SCREEN_SNAPSHOTS) as ScreenName[]) {
  await show(name);
  screens.push(element.renderRoot.querySelector('.root')?.getAttribute('data-screen') ?? 'none');
}
const capture = await mountDocument();
for (const name of Object.keys(DOCUMENT_SNAPSHOTS) as DocumentScreenName[]) {
  await capture.show(name);
  screens.push(capture.find('.root').dataset['screen'] ?? 'none');
}
await capture.show('holding');
const cardWidth = capture.find('.card').getBoundingClientRect().width;
capture.element.remove();
const check = await mountIdentity();
for (const name of Object.keys(IDENTITY_SNAPSHOTS) as IdentityScreenName[]) {
  await check.show(name);
  screens.push(check.find('.root').dataset['screen'] ?? 'none');
}
check.element.remove();
await show('holding');
const oval = element.renderRoot.querySelector('.oval');
parent.postMessage(
  {
    violations,
    screens,
    background: getComputedStyle(element).backgroundColor,
    cardWidth,
    ovalWidth: oval === null ? 0 : oval.getBoundingClientRect().width,
  },
  location.origin,
);
