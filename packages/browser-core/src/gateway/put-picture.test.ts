import { afterEach, describe, expect, it } from 'vitest';

import { putPictureByXhr } from './put-picture.ts';

/** The part of XMLHttpRequest that an upload uses. */
class FakeXhr extends EventTarget {
  static last: FakeXhr | null = null;
  readonly upload = new EventTarget();
  readonly headers: Record<string, string> = {};
  status = 0;
  opened = '';
  sent: unknown = null;
  aborted = false;
  withCredentials = true;
  readonly responseText = '';

  constructor() {
    super();
    FakeXhr.last = this;
  }
  open(method: string, url: string): void {
    this.opened = `${method} ${url}`;
  }
  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value;
  }
  getResponseHeader(): null {
    return null;
  }
  send(body: unknown): void {
    this.sent = body;
  }
  abort(): void {
    this.aborted = true;
    this.dispatchEvent(new Event('abort'));
  }
}

const place = globalThis as { XMLHttpRequest?: unknown };
const before = place.XMLHttpRequest;
afterEach(() => {
  if (before === undefined) delete place.XMLHttpRequest;
  else place.XMLHttpRequest = before;
});

function begin(signal: AbortSignal = new AbortController().signal) {
  place.XMLHttpRequest = FakeXhr;
  const shares: number[] = [];
  const image = new Blob(['x'], { type: 'image/jpeg' });
  const done = putPictureByXhr({ url: 'https://s/p', image, onProgress: (share) => shares.push(share), signal });
  const xhr = FakeXhr.last;
  if (xhr === null) throw new Error('nothing was sent');
  return { done, xhr, shares, image };
}

describe('putPictureByXhr', () => {
  it('sends the picture with its type and nothing else, and tells how far it is', async () => {
    const { done, xhr, shares, image } = begin();
    expect(xhr.withCredentials).toBe(false);
    expect(xhr).toMatchObject({ opened: 'PUT https://s/p', headers: { 'content-type': 'image/jpeg' }, sent: image });
    xhr.upload.dispatchEvent(Object.assign(new Event('progress'), { lengthComputable: true, loaded: 1, total: 4 }));
    xhr.upload.dispatchEvent(Object.assign(new Event('progress'), { lengthComputable: false, loaded: 2, total: 0 }));
    xhr.status = 200;
    xhr.dispatchEvent(new Event('load'));
    await expect(done).resolves.toBe(200);
    expect(shares).toEqual([0.25]);
  });

  it('is a network failure when it breaks off', async () => {
    const { done, xhr } = begin();
    xhr.dispatchEvent(new Event('error'));
    await expect(done).rejects.toMatchObject({ code: 'network' });
  });

  it("stops with the signal's reason", async () => {
    const controller = new AbortController();
    const { done, xhr } = begin(controller.signal);
    const reason = new Error('given up');
    controller.abort(reason);
    await expect(done).rejects.toBe(reason);
    expect(xhr.aborted).toBe(true);
  });

  it('sends nothing when it was given up before', async () => {
    FakeXhr.last = null;
    place.XMLHttpRequest = FakeXhr;
    const gone = AbortSignal.abort(new Error('x'));
    await expect(putPictureByXhr({ url: 'u', image: new Blob(), onProgress: () => {}, signal: gone })).rejects.toThrow(
      'x',
    );
    expect(FakeXhr.last).toBeNull();
  });
});
