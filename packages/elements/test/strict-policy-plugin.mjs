// Serves every page whose address has `strict-policy` under the policy that the README asks for.
import { STRICT_POLICY } from './strict-policy.mjs';

export function strictPolicyPlugin() {
  return {
    name: 'strict-policy',
    transform(context) {
      if (context.path.includes('strict-policy') && context.response.is('html')) {
        context.set('content-security-policy', STRICT_POLICY);
      }
    },
  };
}
