/** Lays things over a picture: called whenever the stage or the picture changes its size. */
export type MeasureStage = (stage: HTMLElement, video: HTMLVideoElement) => void;

/** Keeps a live picture in its stage: shows the stream, and measures whenever either side changes. */
export class VideoStage {
  readonly #measure: MeasureStage;
  #stage: HTMLElement | null = null;
  #video: HTMLVideoElement | null = null;
  #lifetime: AbortController | null = null;

  constructor(measure: MeasureStage) {
    this.#measure = measure;
  }

  /** Takes up the stage that is rendered now, or lets go of the one that is gone. */
  sync(root: ParentNode, stream: MediaStream | null): void {
    const stage = root.querySelector<HTMLElement>('.stage');
    if (stage !== this.#stage) {
      this.release();
      if (stage !== null) this.#take(stage);
    }
    if (this.#video !== null && this.#video.srcObject !== stream) {
      this.#video.srcObject = stream;
      // An autoplaying muted video plays by itself nearly everywhere; Safari asks for the call. A new stream interrupts it.
      if (stream !== null) this.#video.play().catch(() => undefined);
    }
  }

  release(): void {
    this.#lifetime?.abort();
    if (this.#video !== null) this.#video.srcObject = null;
    this.#stage = null;
    this.#video = null;
    this.#lifetime = null;
  }

  #take(stage: HTMLElement): void {
    const lifetime = new AbortController();
    const video = stage.querySelector('video');
    this.#stage = stage;
    this.#video = video;
    this.#lifetime = lifetime;
    if (video === null) return;
    // React, Vue and the HTML parser all forget one of the two; a sounding video does not autoplay.
    video.muted = true;
    const measure = (): void => this.#measure(stage, video);
    for (const type of ['loadedmetadata', 'resize'] as const) {
      video.addEventListener(type, measure, { signal: lifetime.signal });
    }
    const observer = new ResizeObserver(measure);
    observer.observe(stage);
    lifetime.signal.addEventListener('abort', () => observer.disconnect(), { once: true });
    measure();
  }
}
