import * as contract from '@bonafide/contracts/assure/validators';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { authenticate } from '../authenticate.ts';
import { findCaptureConfiguration } from '../capture-configuration.ts';
import { noConfiguration } from '../problems.ts';

/** A configuration as it was given. Another client's of the same name is another one. */
export const getCaptureConfiguration = {
  operation: 'getCaptureConfiguration',
  path: '/assure/capture/configurations/{configurationId}',
  response: contract.captureConfiguration,
  async handle(gateway, exchange) {
    const { clientId } = await authenticate(gateway, exchange);
    const id = exchange.context.req.param('configurationId') ?? '';
    const found = await findCaptureConfiguration(gateway.db, clientId, id);
    if (found === null) throw noConfiguration();
    return found;
  },
} as const satisfies OperationDefinition<typeof contract.captureConfiguration>;
