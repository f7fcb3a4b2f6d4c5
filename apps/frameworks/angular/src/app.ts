import { Component, signal } from '@angular/core';
import { SelfieCheck } from './selfie-check';

@Component({
  selector: 'app-root',
  imports: [SelfieCheck],
  template: `
    <main>
      <h1>Angular</h1>
      <button (click)="isShown.set(!isShown())">{{ isShown() ? 'Leave' : 'Begin' }}</button>
      <output>{{ status() }}</output>
      @if (isShown()) {
        <app-selfie-check (done)="status.set($event)" />
      }
    </main>
  `,
})
export class App {
  readonly isShown = signal(true);
  readonly status = signal('');
}
