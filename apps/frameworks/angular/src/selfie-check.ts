import '@bonafide/elements/define/selfie-liveness';
import { Component, type OnDestroy, type OnInit, output, signal } from '@angular/core';
import { SelfieLivenessDirective } from '@bonafide/elements/angular';

interface Session {
  readonly token: string;
  readonly correlationId: string;
  readonly baseUrl: string;
}

@Component({
  selector: 'app-selfie-check',
  imports: [SelfieLivenessDirective],
  template: `
    <selfie-liveness
      assets-url="/bonafide/"
      [baseUrl]="session()?.baseUrl ?? ''"
      [session]="session()"
      (liveness-complete)="done.emit($event.detail.status)"
    ></selfie-liveness>
  `,
})
export class SelfieCheck implements OnInit, OnDestroy {
  readonly done = output<string>();
  readonly session = signal<Session | undefined>(undefined);
  readonly #ending = new AbortController();

  async ngOnInit(): Promise<void> {
    try {
      const response = await fetch('/api/sessions', { method: 'POST', signal: this.#ending.signal });
      this.session.set(await response.json());
    } catch (error) {
      if (!this.#ending.signal.aborted) throw error;
    }
  }

  ngOnDestroy(): void {
    this.#ending.abort();
  }
}
