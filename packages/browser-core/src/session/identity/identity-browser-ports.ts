import { systemClock } from '#wire/clock.js';

import type { IdentityGateway } from '../../gateway/identity-gateway.ts';
import { openSessionStore } from '../browser-ports.ts';
import { createPageEnvironment } from '../page-environment.ts';
import type { IdentityPorts } from './identity-ports.ts';

/** The real world. */
export function createIdentityBrowserPorts(createGateway: () => IdentityGateway): IdentityPorts {
  return {
    checkSupport: async () => (await import('../../camera/check-support.ts')).checkSupport(),
    createGateway,
    clock: systemClock,
    environment: createPageEnvironment(),
    store: openSessionStore(),
    random: Math.random,
  };
}
