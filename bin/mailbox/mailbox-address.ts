import { idpIssuer } from '../idp/keep-secrets.ts'

/** Where the demo's mail can be read: at the port of its identity provider, on this machine. */
export function mailboxAddress(idpPort: number): string {
  return `${idpIssuer(idpPort)}/mailbox`
}
