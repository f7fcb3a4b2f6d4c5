import { browserSuite } from '@bonafide/tooling/browser-suite.mjs';

export default browserSuite({ name: 'testkit-browser' });
