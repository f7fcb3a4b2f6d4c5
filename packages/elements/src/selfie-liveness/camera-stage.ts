import { ovalGeometry } from './oval-geometry.ts';
import { ringDash } from './views/ring-view.ts';

/** Keeps the picture in its frame: shows the stream, and sizes video and oval whenever either side changes. */
export class CameraStage {
  #stage: HTMLElement | null = null;
  #video: HTMLVideoElement | null = null;
  #lifetime: AbortController | null = null;

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

  /** Draws progress straight into the oval's line: it changes with every frame and needs no rendering. */
  static drawProgress(root: ParentNode, progress: number | null): void {
    root.querySelector('.ring-value')?.setAttribute('stroke-dasharray', ringDash(progress));
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
    const measure = (): void => this.#measure();
    for (const type of ['loadedmetadata', 'resize'] as const) {
      video.addEventListener(type, measure, { signal: lifetime.signal });
    }
    const observer = new ResizeObserver(measure);
    observer.observe(stage);
    lifetime.signal.addEventListener('abort', () => observer.disconnect(), { once: true });
    measure();
  }

  #measure(): void {
    const room = this.#stage?.querySelector<HTMLElement>('.oval-room');
    if (!this.#stage || !this.#video || !room) return;
    const { ovalWidth, videoWidth, videoHeight } = ovalGeometry({
      stageWidth: this.#stage.clientWidth,
      stageHeight: this.#stage.clientHeight,
      roomWidth: room.clientWidth,
      videoWidth: this.#video.videoWidth,
      videoHeight: this.#video.videoHeight,
    });
    const { style } = this.#stage;
    style.setProperty('--_oval-width', `${ovalWidth}px`);
    style.setProperty('--_video-width', `${videoWidth}px`);
    style.setProperty('--_video-height', `${videoHeight}px`);
  }
}
