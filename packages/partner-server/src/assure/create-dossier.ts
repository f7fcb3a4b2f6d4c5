import { PATHS } from '@bonafide/contracts/assure';
import type { Dossier } from '@bonafide/contracts/assure';
import { dossier } from '@bonafide/contracts/assure/validators';
import type { CallSettings } from '../gateway/gateway-client.ts';
import { readAnswer } from '../gateway/read-answer.ts';
import type { AssureClient } from './assure-client.ts';

/** Whose dossier. */
export interface CreateDossier extends CallSettings {
  /** Your own name for the end-user. */
  readonly externalReference?: string;
}

/** `POST /assure/dossiers`. Tried again only when the gateway certainly did not begin. */
export async function createDossier(client: AssureClient, request: CreateDossier): Promise<Dossier> {
  const { externalReference } = request;
  const response = await client.call(
    {
      operation: 'createDossier',
      path: PATHS.dossiers,
      method: 'POST',
      json: externalReference === undefined ? {} : { externalReference },
    },
    request,
  );
  return readAnswer(response, dossier) as Dossier;
}
