import type { PropertyDeclarations } from 'lit';
import { booleanAttribute } from './boolean-attribute.ts';
import { ShellElement } from './shell-element.ts';

/** What a page can set on every element that captures, before or after upgrade. */
export abstract class CaptureElement<Events> extends ShellElement<Events> {
  static override properties: PropertyDeclarations = {
    assetsUrl: { attribute: 'assets-url' },
    backend: {},
    startScreen: { attribute: 'start-screen', converter: booleanAttribute },
    videoSource: { attribute: false },
  };

  /** Folder with the files of `@bonafide/browser-core/assets`, on the page's own origin. */
  declare assetsUrl: string;
  /** What the vision runs on. */
  declare backend: 'auto' | 'wasm' | 'webgl' | 'cpu';
  /** Waits on a start screen instead of starting by itself. */
  declare startScreen: boolean;
  /** Used instead of a camera. */
  declare videoSource: MediaStream | undefined;

  constructor() {
    super();
    this.assetsUrl = '/bonafide/';
    this.backend = 'auto';
    this.startScreen = false;
  }
}
