import { BlockList, isIP } from 'node:net'

/** Everything that is not the open internet (IANA special-purpose registries, RFC 6890). */
const IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
]
// Of the others, those that carry an IPv4 address inside could lead anywhere.
const IPV6 = ['::/96', '::ffff:0:0/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32']
const IPV6_LOCAL = ['2002::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8']

// Apart, because one list would take an IPv4 address for the IPv6 address that carries it.
const SPECIAL = { ipv4: listOf(IPV4, 'ipv4'), ipv6: listOf([...IPV6, ...IPV6_LOCAL], 'ipv6') }

/** Tells whether an address is one of the open internet; false for what is no address. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0) return false
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4'
  return !SPECIAL[family].check(address, family)
}

function listOf(ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList()
  for (const range of ranges) {
    const [net = '', bits = ''] = range.split('/')
    list.addSubnet(net, Number(bits), family)
  }
  return list
}
