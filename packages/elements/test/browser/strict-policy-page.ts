// Runs in a frame under the strict policy, shows every screen, and tells the test what the policy stopped.
import { SCREEN_SNAPSHOTS, type ScreenName } from '../screen-snapshots.ts';
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
await show('holding');
const oval = element.renderRoot.querySelector('.oval');
parent.postMessage(
  {
    violations,
    screens,
    background: getComputedStyle(element).backgroundColor,
    ovalWidth: oval === null ? 0 : oval.getBoundingClientRect().width,
  },
  location.origin,
);
