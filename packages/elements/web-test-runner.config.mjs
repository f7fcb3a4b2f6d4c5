import { browserSuite } from '@bonafide/tooling/browser-suite.mjs';
import { emulatePlugin } from './test/emulate-plugin.mjs';
import { strictPolicyPlugin } from './test/strict-policy-plugin.mjs';

export default browserSuite({ name: 'elements-browser', plugins: [strictPolicyPlugin(), emulatePlugin()] });
