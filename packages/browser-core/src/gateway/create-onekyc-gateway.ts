import { readAnswer } from './exchange.ts';
import type { LivenessGateway } from './liveness-gateway.ts';
import { createOneKycClient } from './onekyc-client.ts';
import type { OneKycClientOptions } from './onekyc-client.ts';
import { targetOf } from './parse-onekyc.ts';

export type OneKycGatewayOptions = OneKycClientOptions;

/**
 * The liveness gateway in OneKYC's words (CoE submissions, `STANDALONE_LIVENESS`). Holds one token for its life.
 * Throws a `TypeError` when token or correlation id cannot be a header's value.
 */
export function createOneKycGateway(options: OneKycGatewayOptions): LivenessGateway {
  const client = createOneKycClient(options);
  return {
    async requestUpload(signal) {
      const granted = await client.requestTargets('STANDALONE_LIVENESS', signal);
      const { submissionId, nonce } = granted;
      return readAnswer(() => ({ submissionId, nonce, ...targetOf(granted, 'SELFIE') }));
    },
    upload: (target, image, onProgress, signal) => client.put(target.url, image, onProgress, signal),
    confirm: (submissionId, metadata, signal) => client.confirm(submissionId, metadata, signal),
    async status(submissionId, signal) {
      const { documents, ...status } = await client.status(submissionId, signal);
      const selfie = documents['SELFIE']?.status;
      return { ...status, pictureRefused: selfie === 'INVALID' || selfie === 'REJECTED' };
    },
  };
}
