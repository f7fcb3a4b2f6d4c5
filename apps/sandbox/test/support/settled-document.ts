import type { Sandbox } from '../../src/sandbox.ts';
import { confirm, settled, type Started, upload, uploadUrls } from './journey.ts';

/** Uploads both pictures of a KYC_LITE flow and waits for the end. */
export async function settledDocument(sandbox: Sandbox, started: Started) {
  const { body } = await uploadUrls(sandbox, started, 'KYC_LITE');
  const { submissionId, documents } = body.data;
  await upload(sandbox, documents.KTP.documentUrl);
  await upload(sandbox, documents.SELFIE.documentUrl);
  await confirm(sandbox, started, submissionId);
  return settled(sandbox, started, submissionId);
}
