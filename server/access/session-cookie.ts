/**
 * The session cookie's name. `__Host-` needs https; on the plain-http loopback of the demo not every
 * browser keeps such a cookie, so there the name goes without it.
 */
export function sessionCookieName(origin: string): string {
  return origin.startsWith('https:') ? '__Host-rollcall-session' : 'rollcall-session'
}

/** Where people reach the web app: scheme, host and port, no path. */
export function siteOrigin(): string {
  return new URL(process.env.NEXTAUTH_URL ?? 'http://localhost:3000').origin
}
