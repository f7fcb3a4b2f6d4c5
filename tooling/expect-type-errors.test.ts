import { describe, expect, it } from 'vitest';
import { linesOf, wrongLines } from './expect-type-errors.ts';

describe('a file of what must not compile', () => {
  it('says so on the line before, in the comments of its language', () => {
    const source = ['// wrong: one', 'a', '<!-- wrong: two -->', 'b', '{/* wrong: three */}', 'c', '// right: four'];
    expect(wrongLines(source.join('\n'))).toEqual([2, 4, 6]);
  });

  it('is found in what each checker says, once a line', () => {
    const tsc =
      'wrong/wrong.tsx(8,22): error TS2322: no\nwrong/wrong.tsx(8,30): error TS2322: no\nsrc/app.tsx(1,1): error';
    expect(linesOf(tsc, 'wrong/wrong.tsx')).toEqual([8]);
    expect(linesOf('1764240000000 ERROR "wrong/Wrong.svelte" 7:18 "no"', 'wrong/Wrong.svelte')).toEqual([7]);
    expect(
      linesOf('\u001B[96mwrong.ts\u001B[0m:\u001B[93m18\u001B[0m:\u001B[93m56\u001B[0m - error', 'wrong.ts'),
    ).toEqual([18]);
  });
});
