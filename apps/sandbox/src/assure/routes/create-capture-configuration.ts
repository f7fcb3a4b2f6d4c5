import * as contract from '@bonafide/contracts/assure/validators';
import { dateOf } from '../../clock.ts';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { authenticate } from '../authenticate.ts';
import { configurationExists } from '../problems.ts';
import { readRequest } from '../read-request.ts';

/** Keeps a configuration under a name that is free. */
export const createCaptureConfiguration = {
  operation: 'createCaptureConfiguration',
  path: '/assure/capture/configurations/{configurationId}',
  status: 201,
  response: contract.captureConfiguration,
  async handle(gateway, exchange) {
    const { clientId } = await authenticate(gateway, exchange);
    const configuration = await readRequest(exchange, contract.captureConfiguration);
    const created = await gateway.db
      .insertInto('capture_configuration')
      .values({
        client_id: clientId,
        id: exchange.context.req.param('configurationId') ?? '',
        body: JSON.stringify(configuration),
        updated_at: dateOf(gateway.clock),
      })
      .onConflict((conflict) => conflict.columns(['client_id', 'id']).doNothing())
      .returning('id')
      .executeTakeFirst();
    if (created === undefined) throw configurationExists();
    return configuration;
  },
} as const satisfies OperationDefinition<typeof contract.captureConfiguration>;
