const NAME_LENGTH = 120
const EMAIL_LENGTH = 254

type Claims = Readonly<Record<string, unknown>>

/** When the person proved who they are, as the ID token says (epoch seconds); null when it does not. */
export function authTimeOf(claims: Claims | null): Date | null {
  const time = claims?.auth_time
  return typeof time === 'number' && Number.isFinite(time) ? new Date(time * 1000) : null
}

/**
 * How the ID token describes its person: their name, else what they are called elsewhere, on one
 * line; and their e-mail, which says where mail goes and never who somebody is.
 */
export function describedBy(claims: Claims): { name: string; email: string | null } {
  const email = lineOf(claims.email, EMAIL_LENGTH)
  const called = [claims.name, claims.preferred_username, claims.email, claims.sub]
  const name = called.map((one) => lineOf(one, NAME_LENGTH)).find((one) => one !== null)
  return { name: name ?? 'Somebody', email }
}

function lineOf(value: unknown, length: number): string | null {
  if (typeof value !== 'string') return null
  const line = value.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
  return line === '' ? null : line.slice(0, length)
}
