import * as contract from '@bonafide/contracts/assure/validators';
import { dateOf } from '../../clock.ts';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { authenticate } from '../authenticate.ts';
import { noConfiguration } from '../problems.ts';
import { readRequest } from '../read-request.ts';

/** Replaces a configuration. Flows that have begun keep the one that they began with. */
export const updateCaptureConfiguration = {
  operation: 'updateCaptureConfiguration',
  path: '/assure/capture/configurations/{configurationId}',
  response: contract.captureConfiguration,
  async handle(gateway, exchange) {
    const { clientId } = await authenticate(gateway, exchange);
    const configuration = await readRequest(exchange, contract.captureConfiguration);
    const updated = await gateway.db
      .updateTable('capture_configuration')
      .set({ body: JSON.stringify(configuration), updated_at: dateOf(gateway.clock) })
      .where('client_id', '=', clientId)
      .where('id', '=', exchange.context.req.param('configurationId') ?? '')
      .returning('id')
      .executeTakeFirst();
    if (updated === undefined) throw noConfiguration();
    return configuration;
  },
} as const satisfies OperationDefinition<typeof contract.captureConfiguration>;
