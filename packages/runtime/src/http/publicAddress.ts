import ipaddr from 'ipaddr.js'

const GLOBAL_UNICAST_IPV6: readonly [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3]

/**
 * True for an IP address that anybody on the internet could own: not private, loopback, link-local (where clouds keep
 * their metadata service), carrier-grade NAT, multicast, documentation or otherwise special, in none of its spellings.
 * Ranges: the IANA special-purpose address registries, as ipaddr.js knows them.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.process(text)
  if (address.range() !== 'unicast') return false
  // Everything outside 2000::/3 is special or unassigned, IPv4-compatible spellings such as ::127.0.0.1 included.
  return address instanceof ipaddr.IPv6 ? address.match(...GLOBAL_UNICAST_IPV6) : true
}
