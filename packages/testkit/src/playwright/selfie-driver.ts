import type { Locator } from '@playwright/test';
import type { SelfieActionName, SelfieState } from '../elements/element-words.ts';
import { ElementDriver } from './element-driver.ts';
import type { EventLog } from './event-log.ts';

/** How a selfie check ended, as `liveness-complete` says it. It is not the decision: your backend reads that. */
export interface SelfieOutcome {
  readonly correlationId: string;
  readonly status: 'COMPLETED' | 'NOT_COMPLETED' | 'ERROR';
  readonly submissionId?: string;
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** `<selfie-liveness>` as a person uses it. */
export class SelfieDriver extends ElementDriver<SelfieState, SelfieActionName> {
  constructor(locator: Locator, log: EventLog) {
    super('selfie-liveness', locator, log);
  }

  /** From its start screen, where it has one. */
  async begin(): Promise<void> {
    await this.press('start');
  }

  /** Agrees to the consent screen. */
  async agree(): Promise<void> {
    await this.press('accept');
  }

  async decline(): Promise<void> {
    await this.press('decline');
  }

  /** Another attempt. */
  async retry(): Promise<void> {
    await this.press('retry');
  }

  /** Gives up. */
  async stop(): Promise<void> {
    await this.press('cancel');
  }

  /** Null before the end. */
  async outcome(): Promise<SelfieOutcome | null> {
    return this.read('result');
  }
}
