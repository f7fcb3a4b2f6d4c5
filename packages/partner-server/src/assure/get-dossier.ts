import { PATHS } from '@bonafide/contracts/assure';
import type { Dossier } from '@bonafide/contracts/assure';
import { dossier } from '@bonafide/contracts/assure/validators';
import type { CallSettings } from '../gateway/gateway-client.ts';
import { readAnswer } from '../gateway/read-answer.ts';
import type { AssureClient } from './assure-client.ts';

/** Which dossier. */
export interface DossierKey extends CallSettings {
  readonly dossierId: string;
}

/** `GET /assure/dossiers/{dossierId}`. */
export async function getDossier(client: AssureClient, request: DossierKey): Promise<Dossier> {
  const { dossierId } = request;
  const response = await client.call({ operation: 'getDossier', path: PATHS.dossier, names: { dossierId } }, request);
  return readAnswer(response, dossier) as Dossier;
}
