import type { SharedErrorMessages } from '../messages.ts';

/** English for what can go wrong whatever is captured. */
export const errors: SharedErrorMessages = {
  'unsupported-browser': {
    title: 'This browser can’t do it',
    body: 'Please open this page in a current Chrome, Edge, Firefox or Safari.',
  },
  'insecure-context': {
    title: 'This page isn’t secure',
    body: 'The camera works on secure pages only. Open this page with https:// in its address.',
  },
  'permissions-policy-blocked': {
    title: 'The camera is blocked here',
    body: 'This page is not set up to use a camera. Please tell the people who run it.',
  },
  'in-app-browser': {
    title: 'Open it in your browser',
    body: 'The camera does not work inside this app. Open this page in Chrome or Safari from the app’s menu.',
  },
  'permission-dismissed': {
    title: 'We still need the camera',
    body: 'The question was closed without an answer. Try again, and choose “Allow”.',
  },
  'no-camera': {
    title: 'No camera found',
    body: 'Connect a camera, or open this page on a phone.',
  },
  'camera-in-use': {
    title: 'The camera is busy',
    body: 'Another app or tab is using it. Close that one, then try again.',
  },
  'camera-overconstrained': {
    title: 'This camera doesn’t fit',
    body: 'Try again, or choose another camera.',
  },
  'camera-lost': {
    title: 'The camera is gone',
    body: 'It was disconnected or switched off. Connect it again, then try once more.',
  },
  'camera-muted': {
    title: 'The camera is paused',
    body: 'Another app or a privacy switch has stopped the picture. Turn it back on, then try again.',
  },
  'asset-load-failed': {
    title: 'It didn’t load completely',
    body: 'Check your connection, then try again.',
  },
  'asset-integrity-failed': {
    title: 'It didn’t load correctly',
    body: 'A file was not as expected, so it is not used. Try again in a moment.',
  },
  'backend-init-failed': {
    title: 'It can’t run here',
    body: 'This device or browser could not start the check. Another browser may help.',
  },
  'gpu-context-lost': { title: 'Something was interrupted', body: 'Please try again.' },
  'token-invalid': {
    title: 'This check can’t be opened',
    body: 'Go back to where you came from, and start over.',
  },
  'token-expired': { title: 'Time is up for this link', body: 'Try again to go on with a new one.' },
  'session-not-found': {
    title: 'This check no longer exists',
    body: 'Go back to where you came from, and start over.',
  },
  'rate-limited': { title: 'A short pause', body: 'There were many tries at once. Wait a moment, then try again.' },
  network: { title: 'No connection', body: 'The service can’t be reached. Check your connection, then try again.' },
  offline: { title: 'You are offline', body: 'Connect to the internet, then try again.' },
  server: { title: 'The service has a problem', body: 'It’s not you. Try again in a moment.' },
  'invalid-response': { title: 'The service has a problem', body: 'It’s not you. Try again in a moment.' },
  'consent-declined': { title: 'Nothing was sent', body: 'Without your agreement the check does not start.' },
  'attempts-exhausted': {
    title: 'No attempts left',
    body: 'It could not be confirmed this time. There are other ways: ask the people who sent you here.',
  },
  internal: { title: 'Something went wrong', body: 'It’s not you. Please try again.' },
};
