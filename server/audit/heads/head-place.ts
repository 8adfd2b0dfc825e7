import { isAbsolute } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Somewhere outside the database that is told of each signed head. */
export type HeadPlace =
  | { readonly kind: 'file'; readonly name: string; readonly folder: string }
  | { readonly kind: 'webhook'; readonly name: string; readonly url: string }
  | { readonly kind: 'mail'; readonly name: string; readonly address: string }
  | {
      readonly kind: 'syslog'
      readonly name: string
      readonly host: string
      readonly port: number
      readonly transport: 'udp' | 'tcp' | 'tls'
    }

const SYSLOG = {
  'syslog:': ['udp', 514],
  'syslog+tcp:': ['tcp', 601],
  'syslog+tls:': ['tls', 6514],
} as const

/**
 * A place by its address: `file:///var/lib/rollcall/heads`, `https://witness.example.gov/heads`,
 * `mailto:auditor@example.gov`, `syslog://host:514`, `syslog+tcp://…` or `syslog+tls://…`; null for
 * anything else. Its name holds neither a path nor a secret.
 */
export function readHeadPlace(address: string): HeadPlace | null {
  const url = URL.parse(address)
  if (url === null) return null
  switch (url.protocol) {
    case 'file:':
      return url.host === '' ? filePlace(fileURLToPath(url)) : null
    case 'https:':
    case 'http:':
      return { kind: 'webhook', name: url.origin, url: url.href }
    case 'mailto:': {
      const to = decodeURIComponent(url.pathname)
      return /^[^@\s]+@[^@\s]+$/.test(to)
        ? { kind: 'mail', name: `mailto:${to}`, address: to }
        : null
    }
    case 'syslog:':
    case 'syslog+tcp:':
    case 'syslog+tls:': {
      const [transport, usual] = SYSLOG[url.protocol]
      if (url.hostname === '') return null
      const port = Number(url.port) || usual
      const name = `${url.protocol}//${url.hostname}:${port}`
      return { kind: 'syslog', name, host: url.hostname, port, transport }
    }
    default:
      return null
  }
}

/** Heads as lines of a file a month, in a folder; its absolute path. */
export function filePlace(folder: string): HeadPlace | null {
  return isAbsolute(folder) ? { kind: 'file', name: 'file', folder } : null
}
