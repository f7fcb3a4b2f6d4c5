import { holdEveryScreen } from './every-screen.ts';
import { clearPage } from './mount.ts';
import { DOCUMENT_SCREENS } from './screen-subjects.ts';

describe('every screen of the document capture', () => {
  afterEach(clearPage);

  holdEveryScreen(DOCUMENT_SCREENS);
});
