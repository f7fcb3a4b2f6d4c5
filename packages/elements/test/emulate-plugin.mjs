// Lets a test ask its browser for what a person asks the system for, such as forced colours. Where the browser cannot be
// asked, the test is told so.
export function emulatePlugin() {
  return {
    name: 'emulate-features',
    async executeCommand({ command, payload, session }) {
      if (command !== 'emulate-features') return undefined;
      if (session.browser.type !== 'puppeteer') return { done: false };
      try {
        await session.browser.getPage(session.id).emulateMediaFeatures(payload);
        return { done: true };
      } catch {
        return { done: false };
      }
    },
  };
}
