import ipaddr from 'ipaddr.js';

export interface AddressPolicy {
  /** Lets requests reach this machine itself, over plain http too. For a partner that runs beside the sandbox. */
  readonly allowLoopback: boolean;
}

/** Ranges whose addresses carry another, possibly internal, IPv4 address inside. `ipMapped` is unwrapped instead. */
const TUNNELS = new Set(['rfc6145', 'rfc6052', '6to4', 'teredo']);

const GLOBAL_UNICAST = ipaddr.IPv6.parse('2000::');

/**
 * Whether the gateway may connect to an address: public unicast only, so that a partner-supplied URL cannot make it
 * read its own network (server-side request forgery). An address that cannot be parsed is refused.
 */
export function isAddressAllowed(address: string, policy: AddressPolicy): boolean {
  const bare = address.replace(/^\[|\]$/g, '');
  if (!ipaddr.isValid(bare)) return false;
  const parsed = ipaddr.process(bare);
  const range: string = parsed.range();
  if (TUNNELS.has(range)) return false;
  if (range === 'loopback') return policy.allowLoopback;
  if (range !== 'unicast') return false;
  // The library calls everything unlisted unicast, `::127.0.0.1` among it; only 2000::/3 is assigned to the public.
  return parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_UNICAST, 3);
}
