import { DOCUMENT_SNAPSHOTS, type DocumentScreenName } from '../document-snapshots.ts';
import { holdEveryScreen } from './every-screen.ts';
import { clearPage } from './mount.ts';
import { mountDocument } from './mount-document.ts';

describe('every screen of the document capture', () => {
  afterEach(clearPage);

  holdEveryScreen({
    names: Object.keys(DOCUMENT_SNAPSHOTS),
    async show(name, setUp) {
      const { element, show } = await mountDocument((each) => {
        each.resultScreen = true;
        setUp(each);
      });
      await show(name as DocumentScreenName);
      return element;
    },
  });
});
