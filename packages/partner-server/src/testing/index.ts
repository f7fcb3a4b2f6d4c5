export { createFakeGateway } from './create-fake-gateway.ts';
export type { FakeGateway, FakeGatewayOptions, FakeGatewayRequest } from './create-fake-gateway.ts';
export { signCallback } from './sign-callback.ts';
export type { SignCallbackOptions } from './sign-callback.ts';
