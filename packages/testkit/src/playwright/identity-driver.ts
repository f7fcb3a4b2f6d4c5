import type { Locator } from '@playwright/test';
import type { IdentityActionName, IdentityState } from '../elements/element-words.ts';
import { DocumentDriver } from './document-driver.ts';
import { ElementDriver } from './element-driver.ts';
import type { EventLog } from './event-log.ts';
import { SelfieDriver } from './selfie-driver.ts';

/** How an identity check ended, as `idv-complete` says it. It is not the decision: your backend reads that. */
export interface IdentityOutcome {
  readonly processId: string;
  readonly status: string;
  /** The gateway's own word. */
  readonly word: string;
}

/** The button by which a person goes on from a screen that only waits to be read. */
const WAY_ON = { flipping: 'next', reviewing: 'keep' } as const satisfies Partial<
  Record<IdentityState, IdentityActionName>
>;

/** `<id-verification>` as a person uses it. */
export class IdentityDriver extends ElementDriver<IdentityState, IdentityActionName> {
  /** The elements of its steps, while they are there. What they say stays inside: they have no events of their own here. */
  readonly document: DocumentDriver;
  readonly selfie: SelfieDriver;

  constructor(locator: Locator, log: EventLog) {
    super('id-verification', locator, log);
    this.document = new DocumentDriver(locator.locator('document-capture'), log);
    this.selfie = new SelfieDriver(locator.locator('selfie-liveness'), log);
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

  /** Says which document it is, and where the screen asks for it, who has issued it (ISO 3166-1 alpha-3). */
  async choose(documentType: string, country?: string): Promise<void> {
    await this.until('selecting');
    if (country !== undefined) await this.locator.locator('select[part~="country"]').selectOption(country);
    await this.locator.locator(`[part~="types"] label:has(input[value="${documentType}"])`).click();
    await this.press('select');
  }

  async retry(): Promise<void> {
    await this.press('retry');
  }

  /** Gives up, and says so once more where it is asked. */
  async stop(): Promise<void> {
    this.acted();
    await this.locator.locator('[part~="close"]').filter({ visible: true }).first().click();
    const question = this.locator.locator('[part~="stop"]');
    if (await question.isVisible()) await question.locator('[data-action="cancel"]').click();
  }

  /** Null before the end. */
  async outcome(): Promise<IdentityOutcome | null> {
    return this.read('outcome');
  }

  /** As of every element; it also goes on from screens that only wait to be read: the other side, the pictures. */
  protected override async wait(wanted: readonly IdentityState[], timeoutMs: number): Promise<IdentityState> {
    const pressed = (Object.keys(WAY_ON) as (keyof typeof WAY_ON)[]).filter((state) => !wanted.includes(state));
    const deadlineMs = Date.now() + timeoutMs;
    for (;;) {
      const state = await super.wait([...wanted, ...pressed], deadlineMs - Date.now());
      if (wanted.includes(state)) return state;
      await this.press(WAY_ON[state as keyof typeof WAY_ON]);
    }
  }
}
