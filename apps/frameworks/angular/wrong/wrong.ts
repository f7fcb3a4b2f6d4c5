// What follows a line that says "wrong" must not compile.
import { Component } from '@angular/core';
import { SelfieLivenessDirective } from '@bonafide/elements/angular';

@Component({
  selector: 'app-wrong',
  imports: [SelfieLivenessDirective],
  template: `
    <!-- wrong: no such property -->
    <selfie-liveness [captureMod]="'auto'"></selfie-liveness>
    <!-- wrong: none of its words -->
    <selfie-liveness [captureMode]="'sometimes'"></selfie-liveness>
    <!-- wrong: none of its words, as an attribute too -->
    <selfie-liveness facing="inwards"></selfie-liveness>
    <!-- wrong: no number -->
    <selfie-liveness [maxAttempts]="'many'"></selfie-liveness>
    <!-- wrong: no such event has a detail -->
    <selfie-liveness (liveness-completed)="note($event.detail)"></selfie-liveness>
    <!-- wrong: the detail has no decision -->
    <selfie-liveness (liveness-complete)="note($event.detail.decision)"></selfie-liveness>
    <!-- wrong: no such element -->
    <selfie-livenes></selfie-livenes>
  `,
})
export class Wrong {
  note(what: unknown): void {
    console.log(what);
  }
}
