import { relative } from 'node:path'
import { DEMO_PEOPLE } from '../../prisma/demo-people.ts'
import type { Settings } from '../../server/settings.ts'
import { idpIssuer } from '../idp/keep-secrets.ts'
import { mailboxAddress } from '../mailbox/mailbox-address.ts'
import { addressOf } from './answers.ts'

/** What a person needs to know once all is up: addresses, who can sign in, where things are. */
export function summary(settings: Settings, cwd: string): string[] {
  const { nextauthUrl, host, flagsPort, idpPort, home, embedded } = settings
  const below = relative(cwd, home)
  const folder = below === '' || below.startsWith('..') ? home : below
  const lines = ['', 'Rollcall is ready.', '']
  lines.push(`  Web          ${nextauthUrl}`)
  lines.push(`  Evaluation   ${addressOf(host, flagsPort)}`)
  if (embedded) lines.push(`  Sign-in      ${idpIssuer(idpPort)} (of the demo, this machine alone)`)
  if (embedded) lines.push(`  Mail         ${mailboxAddress(idpPort)} (what the demo sends)`)
  lines.push(`  Logs         ${folder}/logs`)
  if (embedded) {
    lines.push(`  API tokens   ${folder}/demo-api-token, demo-flags-token, demo-tokens.json`, '')
    lines.push('  These people can sign in, without a password:')
    const width = Math.max(...DEMO_PEOPLE.map(({ name }) => name.length))
    for (const { name, title } of DEMO_PEOPLE) lines.push(`    ${name.padEnd(width)}  ${title}`)
  }
  return [...lines, '', 'Press Ctrl-C to stop.']
}
