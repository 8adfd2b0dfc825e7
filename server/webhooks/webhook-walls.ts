import { isIP } from 'node:net'
import { Refused } from '../../domain/refusal.ts'
import { demoMailbox } from '../mail/demo-mailbox.ts'
import { isPrivateAddress } from './private-address.ts'

/** Where webhooks may lead: by default over https to public addresses alone. */
export interface WebhookWalls {
  /** Plain http too: on the demo. */
  readonly plainHttp: boolean
  /** This machine and private networks too: on the demo, or with WEBHOOK_PRIVATE_ADDRESSES=allow. */
  readonly privateAddresses: boolean
}

/** The walls of this process; `isDemo` where the whole product runs on the embedded default. */
export function webhookWalls(isDemo: boolean = demoMailbox() !== null): WebhookWalls {
  const isAllowed = process.env.WEBHOOK_PRIVATE_ADDRESSES?.trim() === 'allow'
  return { plainHttp: isDemo, privateAddresses: isDemo || isAllowed }
}

/**
 * Refuses an address that could only lead where no webhook may. What a name leads to is looked at
 * when it is sent, each time: it may change.
 *
 * @throws Refused `invalid`.
 */
export function requireOutside(url: string, walls: WebhookWalls): void {
  const problem = wrongWith(new URL(url), walls)
  if (problem !== null) {
    throw new Refused({ code: 'invalid', errors: [{ path: 'url', message: problem }] })
  }
}

/** What is wrong with an address by its text alone; null when nothing is. */
export function wrongWith({ protocol, hostname }: URL, walls: WebhookWalls): string | null {
  if (protocol !== 'https:' && !walls.plainHttp) {
    return 'must begin with https: what is sent is not for others to read.'
  }
  if (walls.privateAddresses) return null
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  const isLocal = LOCAL_NAMES.test(host) || (isIP(host) !== 0 && isPrivateAddress(host))
  return isLocal || (isIP(host) === 0 && !host.includes('.'))
    ? 'leads into a private network. Whoever runs Rollcall may allow that: WEBHOOK_PRIVATE_ADDRESSES=allow.'
    : null
}

const LOCAL_NAMES = /(^|\.)(localhost|local|internal|home\.arpa)$/i
