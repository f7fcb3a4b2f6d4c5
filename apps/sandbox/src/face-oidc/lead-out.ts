import type { Provider } from 'oidc-provider';
import { showNotice } from './notices.ts';

/**
 * Ends a logout where it began: nobody stays logged in, so that there is no session to ask about and no form to send. Goes to
 * the address that the client wants, which the provider has compared with those that are registered.
 */
export function leadOut(provider: Provider): void {
  provider.use(async (ctx, next) => {
    await next();
    const { oidc } = ctx;
    if (oidc?.route !== 'end_session' || ctx.status !== 200) return;
    const { post_logout_redirect_uri: to, state } = oidc.params ?? {};
    if (typeof to !== 'string') {
      showNotice(ctx, 'logged-out');
      return;
    }
    const address = new URL(to);
    if (typeof state === 'string') address.searchParams.set('state', state);
    ctx.redirect(address.href);
  });
}
