import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { type MailSettings, readMailSettings } from './mail-settings.ts'
import { readOidcSettings } from './oidc-settings.ts'

/** Where Rollcall listens, keeps its files and finds its database and identity provider. */
export type Settings = {
  readonly port: number
  readonly flagsPort: number
  readonly idpPort: number
  readonly host: string
  /** Absolute. */
  readonly home: string
  /** `null`: the embedded PostgreSQL, whose address is in a file under `home`. */
  readonly databaseUrl: string | null
  /** Where people reach the web app: an origin, no path. */
  readonly nextauthUrl: string
  readonly nextauthSecret: string | null
  readonly oidc: { issuer: string; clientId: string; clientSecret: string } | null
  /** `null`: no mail is sent; on the embedded default, the demo's own mailbox takes it. */
  readonly mail: MailSettings | null
  /** The default without a database of one's own: demo people and the demo's identity provider. */
  readonly embedded: boolean
}

/** What is wrong with the environment variables: one sentence each, joined by line ends. */
export class SettingsWrong extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(problems.join('\n'))
    this.name = 'SettingsWrong'
    this.problems = problems
  }
}

type Environment = Readonly<Record<string, string | undefined>>

const SECRET_BYTES = 32

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((number) => number >= 1 && number <= 65_535)

const host = z
  .string()
  .refine((name) => isIP(name) !== 0 || /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/i.test(name))

const secret = z.string().refine((text) => Buffer.byteLength(text) >= SECRET_BYTES)

function address(protocols: readonly string[], accept: (url: URL) => boolean) {
  return z.string().refine((text) => {
    const url = URL.parse(text)
    return url !== null && protocols.includes(url.protocol) && accept(url)
  })
}

const databaseUrl = address(['postgres:', 'postgresql:'], (url) => url.pathname.length > 1)

const webOrigin = address(['http:', 'https:'], (url) => url.pathname === '/').transform(
  (text) => new URL(text).origin,
)

/** Whether a host name leads back to this machine. */
function isLoopback(hostname: string): boolean {
  const name = hostname.toLowerCase().replace(/^\[|\]$|\.$/g, '')
  if (name === 'localhost' || name.endsWith('.localhost')) return true
  return /^(127\.|0\.0\.0\.0$|::1?$|::ffff:(127\.|7f|0:0$))/.test(name)
}

const realIssuer = address(['https:'], (url) => !isLoopback(url.hostname))

function defaultOrigin(listensOn: string, onPort: number): string {
  if (isLoopback(listensOn)) return `http://localhost:${onPort}`
  return `http://${isIP(listensOn) === 6 ? `[${listensOn}]` : listensOn}:${onPort}`
}

/** What is read where it is used, and only looked at here. */
const OTHERS: Readonly<Record<string, { schema: z.ZodType; must: string }>> = {
  API_REQUESTS_PER_MINUTE: {
    schema: z.string().regex(/^[1-9]\d{0,8}$/),
    must: 'a whole number from 1 on',
  },
  CONNECTED_HOSTS: {
    schema: z.string().regex(/^[\w.:[\]-]+(\s*,\s*[\w.:[\]-]+)*$/),
    must: 'names of hosts between commas',
  },
  WEBHOOK_PRIVATE_ADDRESSES: { schema: z.literal('allow'), must: '"allow", or left out' },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    schema: address(['http:', 'https:'], () => true),
    must: 'an http or https address',
  },
}

const SIGN_IN = ['NEXTAUTH_SECRET', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const

/**
 * The settings in `env`; empty counts as not set. With a database of its own (`DATABASE_URL`) an
 * installation is a real one: it needs a secret of 32 bytes and a real identity provider, and an
 * http or loopback issuer is refused. Without one, `OIDC_*` are refused, because the demo's own
 * provider signs in. `signIn: false` is for processes that sign nobody in, and asks for neither.
 *
 * @throws SettingsWrong with one sentence for each setting that is wrong.
 */
export function readSettings(
  env: Environment,
  needs: { signIn: boolean } = { signIn: true },
): Settings {
  const problems: string[] = []
  const given = (name: string): string | undefined => env[name]?.trim() || undefined
  const read = <T>(name: string, schema: z.ZodType<T>, fallback: T, must: string): T => {
    const text = given(name)
    if (text === undefined) return fallback
    const parsed = schema.safeParse(text)
    if (parsed.success) return parsed.data
    problems.push(`${name} must be ${must}.`)
    return fallback
  }

  const aPort = 'a whole number from 1 to 65535'
  const ports = {
    PORT: read('PORT', port, 3000, aPort),
    FLAGS_PORT: read('FLAGS_PORT', port, 3001, aPort),
    IDP_PORT: read('IDP_PORT', port, 3002, aPort),
  }
  const listensOn = read('HOST', host, '127.0.0.1', 'a host name or an IP address')
  const ownDatabase = read<string | null>(
    'DATABASE_URL',
    databaseUrl,
    null,
    'a PostgreSQL address with a database, such as postgresql://user:password@host:5432/rollcall',
  )
  const embedded = given('DATABASE_URL') === undefined
  const taken = embedded ? ports : { PORT: ports.PORT, FLAGS_PORT: ports.FLAGS_PORT }
  if (new Set(Object.values(taken)).size < Object.keys(taken).length) {
    problems.push(`${Object.keys(taken).join(', ')} must be different ports.`)
  }
  const nextauthUrl = read(
    'NEXTAUTH_URL',
    webOrigin,
    defaultOrigin(listensOn, ports.PORT),
    'an http or https address without a path, such as https://rollcall.example.gov',
  )
  const nextauthSecret = read<string | null>(
    'NEXTAUTH_SECRET',
    secret,
    null,
    `at least ${SECRET_BYTES} bytes long, such as what "openssl rand -base64 33" prints`,
  )
  const clientId = given('OIDC_CLIENT_ID')
  const clientSecret = given('OIDC_CLIENT_SECRET')
  const issuer = embedded
    ? null
    : read<string | null>(
        'OIDC_ISSUER',
        realIssuer,
        null,
        'the https address of a real identity provider, not of this machine, when DATABASE_URL is set',
      )
  for (const name of SIGN_IN) {
    const isSet = given(name) !== undefined
    if (!embedded && needs.signIn && !isSet) {
      problems.push(`${name} is not set: it is needed when DATABASE_URL is set.`)
    }
    if (embedded && isSet && name !== 'NEXTAUTH_SECRET') {
      problems.push(`${name} needs DATABASE_URL: without it, the demo's own provider signs in.`)
    }
  }
  for (const [name, { schema, must }] of Object.entries(OTHERS)) read(name, schema, null, must)
  const mail = readMailSettings(given, (problem) => problems.push(problem))
  readOidcSettings(given, (problem) => problems.push(problem))
  if (problems.length > 0) throw new SettingsWrong(problems)
  return {
    port: ports.PORT,
    flagsPort: ports.FLAGS_PORT,
    idpPort: ports.IDP_PORT,
    host: listensOn,
    home: resolve(given('ROLLCALL_HOME') ?? '.rollcall'),
    databaseUrl: ownDatabase,
    nextauthUrl,
    nextauthSecret,
    oidc: issuer && clientId && clientSecret ? { issuer, clientId, clientSecret } : null,
    mail,
    embedded,
  }
}
