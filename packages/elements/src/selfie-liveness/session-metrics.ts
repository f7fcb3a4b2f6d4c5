import type { SessionPhase, TelemetryRecord } from '@bonafide/browser-core/session';

/** Figures of one journey, for the page's own records. */
export interface SelfieLivenessMetrics {
  /** Milliseconds spent in each phase that was left, added up over all attempts. */
  readonly phaseMs: Readonly<Partial<Record<SessionPhase, number>>>;
  readonly framesAnalysed: number;
  /** Mean milliseconds that the vision worker spent on a frame; null before the first. */
  readonly frameCostMeanMs: number | null;
}

/** Adds up a journey's telemetry. */
export class SessionMetrics {
  #phaseMs: Partial<Record<SessionPhase, number>> = {};
  #enteredMs: number | null = null;
  #frames = 0;
  #costMs = 0;

  recordTelemetry({ name, atMs, from }: TelemetryRecord): void {
    if (name !== 'phase') return;
    if (from !== undefined && this.#enteredMs !== null) {
      this.#phaseMs[from] = (this.#phaseMs[from] ?? 0) + (atMs - this.#enteredMs);
    }
    this.#enteredMs = atMs;
  }

  recordFrame(costMs: number): void {
    this.#frames += 1;
    this.#costMs += costMs;
  }

  read(): SelfieLivenessMetrics {
    return {
      phaseMs: { ...this.#phaseMs },
      framesAnalysed: this.#frames,
      frameCostMeanMs: this.#frames === 0 ? null : this.#costMs / this.#frames,
    };
  }
}
