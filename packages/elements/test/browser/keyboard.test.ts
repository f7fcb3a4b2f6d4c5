import { expect } from 'chai';
import { clearPage, mount } from './mount.ts';

describe('keyboard and screen reader', () => {
  afterEach(clearPage);

  it('moves the focus to the new heading when it was inside', async () => {
    const { element, show, find } = await mount();
    await show('consent');
    find('[data-action=accept]').focus();
    await show('permission');
    expect(element.shadowRoot?.activeElement).to.equal(find('#title'));
    await show('aligning');
    expect(element.shadowRoot?.activeElement).to.equal(find('#title'));
  });

  it('leaves the focus alone when it was elsewhere', async () => {
    const outside = document.createElement('input');
    document.body.append(outside);
    const { show } = await mount();
    await show('consent');
    outside.focus();
    await show('permission');
    expect(document.activeElement).to.equal(outside);
  });

  it('stops on Escape, and leaves once it is over', async () => {
    const { element, session, show, events } = await mount();
    const press = () =>
      element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
    await show('aligning');
    press();
    expect(session.calls.at(-1)).to.deep.equal(['cancel', 'user']);
    await show('passed');
    press();
    expect(events.at(-1)?.type).to.equal('liveness-close');
  });

  it('tells hints at a bearable rate, and never progress', async () => {
    const { session, element, find, show } = await mount();
    await show('aligning');
    const live = find('.live');
    const told: (string | null)[] = [live.textContent];
    new MutationObserver(() => told.push(live.textContent)).observe(live, { childList: true });
    for (const guidance of ['too-close', 'move-left', 'hold-still'] as const) session.show({ guidance });
    for (let step = 1; step < 9; step += 1) session.show({ phase: 'holding', progress: step / 10 });
    await element.updateComplete;
    await new Promise((resolve) => setTimeout(resolve, 4000));
    expect(told.filter((text) => text !== '').at(-1)).to.equal('Hold still');
    expect(told.length).to.be.at.most(3);
  });

  it('says nothing with announce="off"', async () => {
    const { find, show } = await mount((each) => {
      each.announce = 'off';
    });
    await show('aligning');
    expect(find('.live').textContent).to.equal('');
  });

  it('hides every icon and the video from the screen reader', async () => {
    const { element, show } = await mount();
    await show('manual');
    for (const picture of element.renderRoot.querySelectorAll('svg, video')) {
      expect(picture.getAttribute('aria-hidden')).to.equal('true');
    }
  });
});
