import { BlockList, isIP, isIPv6 } from 'node:net'

const PRIVATE = new BlockList()

// The special-purpose registries of IANA (RFC 6890), and what leads back into IPv4 through IPv6.
const RANGES: readonly [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
  ['::', 96],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
  ['5f00::', 16],
  ['fc00::', 7],
  ['fe80::', 9],
  ['ff00::', 8],
]
for (const [network, bits] of RANGES) {
  PRIVATE.addSubnet(network, bits, isIPv6(network) ? 'ipv6' : 'ipv4')
}

/** Whether an IP address leads to this machine or into a private or special network. */
export function isPrivateAddress(address: string): boolean {
  const bare = address.replace(/%.*$/, '')
  const family = isIP(bare)
  // What is no address leads nowhere that anybody could vouch for.
  return family === 0 || PRIVATE.check(bare, family === 6 ? 'ipv6' : 'ipv4')
}
