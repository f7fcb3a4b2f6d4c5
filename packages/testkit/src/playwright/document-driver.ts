import type { Locator } from '@playwright/test';
import type { DocumentActionName, DocumentState } from '../elements/element-words.ts';
import { ElementDriver } from './element-driver.ts';
import type { EventLog } from './event-log.ts';

/** `<document-capture>` as a person uses it. */
export class DocumentDriver extends ElementDriver<DocumentState, DocumentActionName> {
  constructor(locator: Locator, log: EventLog) {
    super('document-capture', locator, log);
  }

  /** From its start screen, where it has one. */
  async begin(): Promise<void> {
    await this.press('start');
  }

  /** Keeps the picture that is shown. */
  async keep(): Promise<void> {
    await this.press('keep');
  }

  async retake(): Promise<void> {
    await this.press('retake');
  }

  async retry(): Promise<void> {
    await this.press('retry');
  }

  /** Gives up. */
  async stop(): Promise<void> {
    await this.press('cancel');
  }
}
