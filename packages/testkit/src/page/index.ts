// For tests that run in the page itself: Web Test Runner, Vitest's browser mode, whatever drives the browser.
export type { CameraAccess } from './camera-access.ts';
export type { CameraFrame } from './camera-in-page.ts';
export { openPageCamera } from './open-page-camera.ts';
export type { PageCameraOptions, PageMedia, PageTestCamera } from './open-page-camera.ts';
export { openPageGateway } from './open-page-gateway.ts';
export type { PageGatewayOptions, PageTestGateway } from './open-page-gateway.ts';
