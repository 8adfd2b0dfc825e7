import { lookup } from 'node:dns'
import { BlockList, isIP, type LookupFunction } from 'node:net'

// What no server of others is reached at: this machine, its network, and what clouds answer there.
const INSIDE = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  INSIDE.addSubnet(net, bits, 'ipv4')
}
for (const [net, bits] of [
  ['::', 128],
  ['::1', 128],
  ['64:ff9b::', 96],
  ['64:ff9b:1::', 48],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  INSIDE.addSubnet(net, bits, 'ipv6')
}

/** What CONNECTED_HOSTS is on the embedded default: a Flipper on this machine may be tried. */
export const DEMO_CONNECTED_HOSTS = 'localhost,127.0.0.1,::1'

/** Whether an IP address is outside of this machine and of private networks. */
export function isOutside(address: string): boolean {
  const family = isIP(address)
  if (family === 0) return false
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped !== undefined) return !INSIDE.check(mapped, 'ipv4')
  return !INSIDE.check(address, family === 6 ? 'ipv6' : 'ipv4')
}

function hostOf(url: URL): string {
  return url.hostname.toLowerCase().replace(/^\[|\]$|\.$/g, '')
}

/**
 * Whether the operator named this host in CONNECTED_HOSTS (names between commas): such a one may be
 * inside the own network, and be called without TLS.
 */
export function isNamedHost(url: URL, setting = process.env.CONNECTED_HOSTS ?? ''): boolean {
  const named = setting.split(',').map((name) => name.trim().toLowerCase())
  return named.filter((name) => name !== '').includes(hostOf(url))
}

/**
 * Why a server may not be called, as a sentence that says what would let it; null where nothing is
 * against its address. What its name leads to is looked at when it is called (see outsideLookup).
 */
export function addressFault(url: URL): string | null {
  if (isNamedHost(url)) return null
  const host = hostOf(url)
  const named = `unless CONNECTED_HOSTS names ${host}`
  if (url.protocol !== 'https:') return `It must be called by https, ${named}.`
  const isName = isIP(host) === 0
  const isLocal = isName ? host === 'localhost' || host.endsWith('.localhost') : !isOutside(host)
  return isLocal ? `It is inside this machine or its network, which is not called ${named}.` : null
}

/** Resolves names for a call and gives out no address that lies inside. */
export const outsideLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) return done(error, '', 0)
    const outside = addresses.filter(({ address }) => isOutside(address))
    const [first] = outside
    if (first === undefined) {
      return done(Object.assign(new Error('inside'), { code: 'EINSIDE' }), '', 0)
    }
    if (options.all) return done(null, outside)
    return done(null, first.address, first.family)
  })
}
