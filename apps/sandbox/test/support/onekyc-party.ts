import type { Sandbox } from '../../src/sandbox.ts';
import type { SandboxClient } from '../../src/sandbox-options.ts';
import { details, start, submit, uploadUrls } from './journey.ts';

/** One client's backend and one person's browser, with what they have: all by the names that the specification gives it. */
export interface OneKycParty {
  /** By security scheme. */
  readonly shown: Readonly<Record<string, string>>;
  /** By parameter, in path, header, query and body. */
  readonly names: Readonly<Record<string, string>>;
  /** Of the person, before it was renewed. */
  readonly staleToken: string;
  /** Where the picture lies, for the client to show. */
  readonly imageUrl: string;
}

/** Opens a flow and hands a picture in, whose processing takes longer than any test. */
export async function openOneKycParty(
  sandbox: Sandbox,
  client: SandboxClient,
  userId: string,
  correlationId: string = crypto.randomUUID(),
): Promise<OneKycParty> {
  const onboardingPartner = client.onboardingPartners[0] ?? '';
  const scenario = { processingMs: 600_000 };
  const flow = { client, onboardingPartner, userId, correlationId };
  const stale = await start(sandbox, { ...flow, scenario });
  const started = await start(sandbox, flow);
  const address = new URL((await uploadUrls(sandbox, started)).body.data.documents.SELFIE.documentUrl);
  const submissionId = await submit(sandbox, started);
  const { body } = await details(sandbox, started.partnerToken, { submissionId });
  return {
    staleToken: stale.userToken,
    imageUrl: body.data.submissionDetails.imageUrls.selfie,
    shown: {
      clientId: client.clientId,
      passKey: client.passKey,
      partnerToken: started.partnerToken,
      userToken: started.userToken,
    },
    names: {
      'x-onboarding-partner': onboardingPartner,
      'x-partner-user-id': userId,
      'x-partner-user-id-type': 'INTERNAL',
      'x-partner-session-id': correlationId,
      'x-sdk-session-id': 'sdk-1',
      submissionType: 'STANDALONE_LIVENESS',
      'x-submission-id': submissionId,
      submissionId,
      key: address.pathname.split('/').at(-1) ?? '',
      ...Object.fromEntries(address.searchParams),
    },
  };
}
