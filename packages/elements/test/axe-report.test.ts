import { describe, expect, it } from 'vitest';
import type { AxeResults } from 'axe-core';
import { toAxeEntry, toAxePage, toAxeReport } from './axe-report.ts';
import { shots, type Shot } from './shots.ts';

const rule = (id: string, ...html: string[]) => ({
  id,
  help: `About ${id}`,
  nodes: html.map((each) => ({ html: each })),
});

function resultsOf(
  lists: Partial<Record<'passes' | 'violations' | 'incomplete' | 'inapplicable', unknown[]>>,
): AxeResults {
  return { passes: [], violations: [], incomplete: [], inapplicable: [], ...lists } as unknown as AxeResults;
}

const SHOT: Shot = {
  name: 'consent-phone-dark-rtl',
  sheet: 'phone-rtl',
  width: 390,
  height: 844,
  query: {
    element: 'selfie-liveness',
    screen: 'consent',
    theme: 'dark',
    dir: 'rtl',
    width: '480',
    assist: 'on',
    help: '',
  },
  features: [{ name: 'forced-colors', value: 'active' }],
};

describe('the report of axe', () => {
  it('says where a screen was shown, and which rules found what', () => {
    const entry = toAxeEntry(
      SHOT,
      resultsOf({
        passes: [rule('list'), rule('button-name')],
        incomplete: [rule('color-contrast', '<p>')],
        inapplicable: [rule('area-alt')],
      }),
    );
    expect(entry).toEqual({
      name: 'consent-phone-dark-rtl',
      sheet: 'phone-rtl',
      element: 'selfie-liveness',
      screen: 'consent',
      scheme: 'dark',
      widthCssPx: 390,
      heightCssPx: 844,
      direction: 'rtl',
      language: 'en',
      also: ['assist=on', 'help', 'forced-colors=active'],
      passes: ['button-name', 'list'],
      inapplicable: ['area-alt'],
      violations: [],
      incomplete: [{ rule: 'color-contrast', help: 'About color-contrast', html: ['<p>'] }],
    });
    expect(toAxeReport('4', 'Chrome', [entry]).rules).toEqual(['area-alt', 'button-name', 'color-contrast', 'list']);
  });

  it('shows what was found before what was not, as text', () => {
    const fine = toAxeEntry(SHOT, resultsOf({ passes: [rule('list')] }));
    const wrong = toAxeEntry(
      { ...SHOT, query: { ...SHOT.query, screen: 'failed' } },
      resultsOf({ violations: [rule('button-name', '<button class="a">')] }),
    );
    const page = toAxePage(toAxeReport('4', 'Chrome', [fine, wrong]));
    expect(page).toContain('<strong>1 violations</strong> of 2 rules');
    expect(page.indexOf('>failed<')).toBeLessThan(page.indexOf('>consent<'));
    expect(page).toContain('<code>&lt;button class=&quot;a&quot;></code>');
    expect(page).not.toContain('<button');
  });
});

describe('what is shown', () => {
  it('is every screen in light and dark, on phone and desktop, from left and from right', () => {
    const places = new Map<string, Set<string>>();
    for (const { sheet, query } of shots()) {
      if (!/(?:^|-)(?:phone|desktop)(?:-rtl)?$/.test(sheet) || query['lang'] !== undefined || query['assist']) continue;
      const screen = `${query['element']} ${query['screen']}`;
      places.set(screen, (places.get(screen) ?? new Set()).add(`${query['theme']} ${sheet}`));
    }
    expect(places.size).toBeGreaterThan(80);
    expect([...places].filter(([, shown]) => shown.size !== 8)).toEqual([]);
  });

  it('has a name of its own for each picture', () => {
    const names = shots().map(({ name }) => name);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
