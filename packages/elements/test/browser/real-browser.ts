/** What only the browser itself can do to a page: keys as a person presses them, and what a person asks the system for. */
interface Feature {
  readonly name: string;
  readonly value: string;
}

async function ask(command: string, payload: unknown): Promise<unknown> {
  const sessionId = new URL(location.href).searchParams.get('wtr-session-id');
  const socket = (await import(/* @vite-ignore */ SOCKET)) as {
    sendMessageWaitForResponse(message: object): Promise<{ executed: boolean; result: unknown }>;
  };
  const { executed, result } = await socket.sendMessageWaitForResponse({
    type: 'wtr-command',
    sessionId,
    command,
    payload,
  });
  if (!executed) throw new Error(`nobody here knows the command ${command}`);
  return result;
}

/** Of Web Test Runner's own server. */
const SOCKET = '/__web-dev-server__web-socket.js';

/** False where this browser cannot be asked. */
export async function emulate(...features: readonly Feature[]): Promise<boolean> {
  return ((await ask('emulate-features', features)) as { done: boolean }).done;
}

/** Keys reach whatever has the focus, with all that the browser does about them. WebKit's driver cannot press any. */
export async function press(key: string): Promise<void> {
  // Firefox knows the space by what it writes alone.
  if (key === 'Space') await ask('send-keys', { press: ' ' });
  else if (key.startsWith('Shift+')) {
    await ask('send-keys', { down: 'Shift' });
    await ask('send-keys', { press: key.slice('Shift+'.length) });
    await ask('send-keys', { up: 'Shift' });
  } else await ask('send-keys', { press: key });
}

/** Leaves out the test, or all tests of the suite whose `before` this is; the matrix of engines says why. */
export async function skipBecause(context: Mocha.Context, reason: string): Promise<never> {
  const runnable = context.test as Mocha.Hook | Mocha.Test | undefined;
  const title = runnable?.type === 'hook' ? runnable.parent?.title : runnable?.title;
  await ask('skip-because', { title, reason });
  return context.skip();
}

export const isChromium = navigator.userAgent.includes('Chrome/');
export const canPressKeys = isChromium || navigator.userAgent.includes('Firefox/');
