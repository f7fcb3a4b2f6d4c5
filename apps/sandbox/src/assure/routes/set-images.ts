import * as contract from '@bonafide/contracts/assure/validators';
import * as z from 'zod';
import { dateOf } from '../../clock.ts';
import type { OperationDefinition } from '../../gateway/serve-operation.ts';
import { findProcessToFill, lockProcess } from '../find.ts';
import { notPending } from '../problems.ts';
import { readPictures } from '../read-pictures.ts';
import { storePicture } from '../store-picture.ts';

const nothing = z.null();
/** Takes pictures; one that is set again replaces the one before, and those that are not named stay. */
export const setImages = {
  operation: 'setImages',
  path: '/assure/dossiers/{dossierId}/processes/{processId}/images',
  status: 204,
  response: nothing,
  async handle(gateway, exchange) {
    const { maximumUploadBytes } = gateway.settings;
    const { id, status } = await findProcessToFill(gateway, exchange);
    // Before megabytes are read for nothing.
    if (status !== 'pending') throw notPending();
    const pictures = await readPictures(exchange, contract.setImagesRequest, maximumUploadBytes);
    await gateway.db.transaction().execute(async (trx) => {
      if ((await lockProcess(trx, id)).status !== 'pending') throw notPending();
      for (const picture of pictures) await storePicture(trx, gateway, id, picture, dateOf(gateway.clock));
    });
    return null;
  },
} as const satisfies OperationDefinition<typeof nothing>;
