import { PATHS } from '@bonafide/contracts/assure';
import type { UserData } from '@bonafide/contracts/assure';
import { userData } from '@bonafide/contracts/assure/validators';
import { readAnswer } from '../gateway/read-answer.ts';
import type { AssureClient } from './assure-client.ts';
import type { DossierKey } from './get-dossier.ts';

/** What you know of the end-user: personal data, whose fields the vendor does not print. */
export interface SetUserData extends DossierKey {
  readonly data: UserData;
}

/** `PUT …/userdata`: replaces what was said before. */
export async function setUserData(client: AssureClient, request: SetUserData): Promise<void> {
  const { dossierId, data } = request;
  if (!userData.safeParse(data).success) throw new TypeError('data must be an object');
  const names = { dossierId };
  await client.call({ operation: 'setUserData', path: PATHS.userData, method: 'PUT', names, json: data }, request);
}

/** `GET …/userdata`. */
export async function getUserData(client: AssureClient, request: DossierKey): Promise<UserData> {
  const { dossierId } = request;
  const response = await client.call({ operation: 'getUserData', path: PATHS.userData, names: { dossierId } }, request);
  return readAnswer(response, userData) as UserData;
}
