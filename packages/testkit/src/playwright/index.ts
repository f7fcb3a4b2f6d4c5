// For tests that run in Playwright. The only entry of this package that imports `@playwright/test`, and the only one for Node alone.
export { expect } from '@playwright/test';
export type { CameraAccess } from '../page/camera-access.ts';
export { DocumentDriver } from './document-driver.ts';
export { ElementDriver } from './element-driver.ts';
export type { UntilOptions } from './element-driver.ts';
export { openEventLog } from './event-log.ts';
export type { ElementEvent, EventLog } from './event-log.ts';
export { test } from './fixtures.ts';
export type { BonafideFixtures, BonafideOptions } from './fixtures.ts';
export { IdentityDriver } from './identity-driver.ts';
export type { IdentityOutcome } from './identity-driver.ts';
export { SelfieDriver } from './selfie-driver.ts';
export type { SelfieOutcome } from './selfie-driver.ts';
export { openTestCamera } from './test-camera.ts';
export type { CameraFrame, MediaFile, TestCamera } from './test-camera.ts';
export { openTestGateway } from './test-gateway.ts';
export type { TestGateway, TestGatewayOptions } from './test-gateway.ts';
