import { PATHS } from '@bonafide/contracts/assure';
import type { DocumentTypeEntry, DocumentTypesResponse } from '@bonafide/contracts/assure';
import { documentTypesResponse } from '@bonafide/contracts/assure/validators';
import type { CallSettings } from '../gateway/gateway-client.ts';
import { readAnswer } from '../gateway/read-answer.ts';
import type { AssureClient } from './assure-client.ts';

/** `GET /assure/onfido/document-types`. */
export async function getDocumentTypes(
  client: AssureClient,
  settings: CallSettings,
): Promise<readonly DocumentTypeEntry[]> {
  const response = await client.call({ operation: 'getDocumentTypes', path: PATHS.documentTypes }, settings);
  return (readAnswer(response, documentTypesResponse) as DocumentTypesResponse).documentTypes;
}
