import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { parseCsv, readPresentationList } from './presentation-list.ts';

function listOf(manifest: string) {
  const folder = mkdtempSync(join(tmpdir(), 'bonafide-list-'));
  try {
    writeFileSync(join(folder, 'manifest.csv'), manifest);
    return readPresentationList(folder).map((item) => ({ ...item, path: item.path.slice(folder.length + 1) }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

void describe('the list of presentations', () => {
  void it('tells pictures from videos, and bona fide presentations from attacks of each kind', () => {
    assert.deepEqual(listOf('path,source,label,attack\na/1.jpg,a,live,-\na/2.MP4,a,spoof,replay\na/3.png,a,mask,\n'), [
      { path: 'a/1.jpg', kind: 'picture', source: 'a', isLive: true, attack: '' },
      { path: 'a/2.MP4', kind: 'video', source: 'a', isLive: false, attack: 'replay' },
      { path: 'a/3.png', kind: 'picture', source: 'a', isLive: false, attack: 'mask' },
    ]);
  });

  void it('needs no source, takes columns in any order, and words as people write them', () => {
    assert.deepEqual(listOf('Label,Path\r\nBona fide,1.jpg\r\nattack,2.webm\r\n'), [
      { path: '1.jpg', kind: 'picture', source: 'all', isLive: true, attack: '' },
      { path: '2.webm', kind: 'video', source: 'all', isLive: false, attack: 'attack' },
    ]);
  });

  void it('says what a manifest lacks', () => {
    assert.throws(() => listOf('path\na.jpg\n'), /no column 'label'/);
    assert.throws(() => listOf('path,label\n'), /names nothing/);
  });

  void it('quoted cells hold commas and quotes', () => {
    assert.deepEqual(parseCsv('a,b\n"x, ""y""",2\n'), [
      ['a', 'b'],
      ['x, "y"', '2'],
    ]);
  });
});
