import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DEMO_CONNECTED_HOSTS } from '../server/connected/outside-address.ts'
import type { Settings } from '../server/settings.ts'
import { idpIssuer, keepIdpSecrets } from './idp/keep-secrets.ts'
import { mailboxAddress } from './mailbox/mailbox-address.ts'
import { writePrivateFile } from './private-file.ts'

/** The file of the application's own database address on the embedded default. */
export function databaseUrlFile(home: string): string {
  return join(home, 'database-url')
}

function keepSecret(home: string): string {
  const file = join(home, 'nextauth-secret')
  if (!existsSync(file)) writePrivateFile(file, randomBytes(48).toString('base64url'))
  return readFileSync(file, 'utf8').trim()
}

/**
 * What the web app needs to know on the embedded default, from the files of this installation:
 * handed over this way, and not as `DATABASE_URL`, which always means a real installation.
 * Throws a plain sentence where the embedded database has never been started.
 */
export function embeddedEnvironment(settings: Settings): Record<string, string> {
  const address = databaseUrlFile(settings.home)
  if (!existsSync(address)) {
    throw new Error(
      'There is no database: run npm start, which brings its own, or set DATABASE_URL.',
    )
  }
  const { clientId, clientSecret } = keepIdpSecrets(settings.home)
  return {
    DATABASE_URL: readFileSync(address, 'utf8').trim(),
    NEXTAUTH_SECRET: settings.nextauthSecret ?? keepSecret(settings.home),
    OIDC_ISSUER: idpIssuer(settings.idpPort),
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
    ROLLCALL_DEMO_MAILBOX: mailboxAddress(settings.idpPort),
    CONNECTED_HOSTS: process.env.CONNECTED_HOSTS ?? DEMO_CONNECTED_HOSTS,
  }
}
