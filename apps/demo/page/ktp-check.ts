import { createOneKycIdentityGateway, type OneKycIdentityGatewayOptions } from '@bonafide/browser-core/identity';
import type { CheckContext, CreateCheck } from './check.ts';
import { createIdentityElement } from './create-identity-element.ts';
import { startOneKycSessions } from './onekyc-sessions.ts';

/** `<id-verification>` against OneKYC itself: an Indonesian card, the card and the face, or the face beside what the partner has. */
export function createKtpCheck(flow: OneKycIdentityGatewayOptions['flow']): CreateCheck {
  return async (context: CheckContext) => {
    const { baseUrl, first, provider, readDetails } = await startOneKycSessions(flow, context);
    const element = await createIdentityElement(context, {
      createGateway: () => createOneKycIdentityGateway({ baseUrl, flow, session: first, sessionProvider: provider }),
      onComplete: () => void readDetails(),
      document: 'ktp',
    });
    // Passed or not, what the gateway has finished is read by the backend.
    element.addEventListener('idv-recapture', () => void readDetails());
    return element;
  };
}
