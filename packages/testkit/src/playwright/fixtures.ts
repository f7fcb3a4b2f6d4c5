import { test as base } from '@playwright/test';
import { DocumentDriver } from './document-driver.ts';
import { type EventLog, openEventLog } from './event-log.ts';
import { IdentityDriver } from './identity-driver.ts';
import { SelfieDriver } from './selfie-driver.ts';
import { type CameraFrame, openTestCamera, type TestCamera } from './test-camera.ts';
import { openTestGateway, type TestGateway, type TestGatewayOptions } from './test-gateway.ts';

/** What `test.use` sets. */
export interface BonafideOptions {
  /** What the camera gives. Default 1280×720 at 30 frames a second. */
  readonly cameraFrame: CameraFrame;
  /** Where the page's gateways are, and what they ask for; or a sandbox in their place. */
  readonly gatewayOptions: TestGatewayOptions;
}

/** What a test gets, each only where it asks for it. */
export interface BonafideFixtures {
  readonly camera: TestCamera;
  readonly gateway: TestGateway;
  /** The `<selfie-liveness>` of the page. */
  readonly selfie: SelfieDriver;
  /** The `<document-capture>` of the page. */
  readonly documentCapture: DocumentDriver;
  /** The `<id-verification>` of the page. */
  readonly identity: IdentityDriver;
  /** What the elements say. */
  readonly elementLog: EventLog;
}

/** Playwright's `test` with a camera, a gateway and the elements. */
export const test = base.extend<BonafideFixtures & BonafideOptions>({
  cameraFrame: [{ width: 1280, height: 720, framesPerSecond: 30 }, { option: true }],
  gatewayOptions: [{}, { option: true }],
  camera: async ({ context, cameraFrame }, use) => use(await openTestCamera(context, cameraFrame)),
  gateway: async ({ context, gatewayOptions }, use) => {
    await use(await openTestGateway(context, gatewayOptions));
    // A page that still waits for an answer when its test is over is no failure.
    await context.unrouteAll({ behavior: 'ignoreErrors' });
  },
  elementLog: async ({ context }, use) => use(await openEventLog(context)),
  selfie: async ({ page, elementLog }, use) => use(new SelfieDriver(page.locator('selfie-liveness'), elementLog)),
  documentCapture: async ({ page, elementLog }, use) =>
    use(new DocumentDriver(page.locator('document-capture'), elementLog)),
  identity: async ({ page, elementLog }, use) => use(new IdentityDriver(page.locator('id-verification'), elementLog)),
});
