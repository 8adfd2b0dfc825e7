import { createHmac, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export const CLIENT_ID = 'rollcall'
export const CLIENT_SECRET = 'a client secret of thirty-two bytes'

type Claims = Record<string, unknown>

/** What the provider does otherwise than it should. */
export interface Mischief {
  /** Changes the claims of the ID token; a claim that is undefined is left out. */
  readonly claims?: Claims
  /** The header's `alg`, and how the token is signed accordingly. */
  readonly algorithm?: 'RS256' | 'none' | 'HS256 with the secret' | 'HS256 with the public key'
  /** Signed with a key that is not published, under a published or an unknown key id. */
  readonly key?: 'unpublished' | 'unknown'
  /** Cuts the signature off. */
  readonly unsigned?: boolean
  /** What its discovery document calls it. */
  readonly announcedIssuer?: string
  /** Leaves the ID token out. */
  readonly withoutIdToken?: boolean
  /** Answers the token request with a page. */
  readonly withAPage?: boolean
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

function signed(header: Claims, claims: Claims, by: (text: string) => Buffer): string {
  const text = `${encode(header)}.${encode(claims)}`
  return `${text}.${by(text).toString('base64url')}`
}

/** An identity provider of the tests' own, honest until it is told otherwise. */
export class HostileProvider {
  readonly #server: Server
  readonly #key = generateKeyPairSync('rsa', { modulusLength: 2048 })
  readonly #other = generateKeyPairSync('rsa', { modulusLength: 2048 })
  readonly #codes = new Map<string, string>()
  mischief: Mischief = {}
  issuer = ''

  constructor() {
    this.#server = createServer(async (request, response) => {
      let body = ''
      for await (const chunk of request) body += String(chunk)
      const [type, status, text] = this.#answer(request.url ?? '', new URLSearchParams(body))
      response.writeHead(status, { 'content-type': type })
      response.end(text)
    })
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    const { port } = this.#server.address() as AddressInfo
    this.issuer = `http://127.0.0.1:${port}`
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }

  /** A code for whoever was sent here with this nonce. It is good once. */
  code(nonce: string): string {
    const code = randomUUID()
    this.#codes.set(code, nonce)
    return code
  }

  #answer(path: string, body: URLSearchParams): [string, number, string] {
    const json = (value: unknown, status = 200): [string, number, string] => [
      'application/json',
      status,
      JSON.stringify(value),
    ]
    if (path === '/.well-known/openid-configuration') return json(this.#discovery())
    if (path === '/jwks') return json({ keys: [this.#published(this.#key.publicKey)] })
    if (path !== '/token') return json({}, 404)
    if (this.mischief.withAPage) return ['text/html', 200, '<h1>Sign in to the network</h1>']
    const code = body.get('code') ?? ''
    const nonce = this.#codes.get(code)
    this.#codes.delete(code)
    if (nonce === undefined || !body.get('code_verifier'))
      return json({ error: 'invalid_grant' }, 400)
    const idToken = this.mischief.withoutIdToken ? {} : { id_token: this.#idToken(nonce) }
    return json({ access_token: 'x', token_type: 'Bearer', ...idToken })
  }

  #discovery(): Claims {
    const { issuer } = this
    return {
      issuer: this.mischief.announcedIssuer ?? issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/jwks`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
      authorization_response_iss_parameter_supported: true,
    }
  }

  #published(key: KeyObject): Claims {
    return { ...key.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }
  }

  #idToken(nonce: string): string {
    const { claims, algorithm = 'RS256', key, unsigned } = this.mischief
    const now = Math.floor(Date.now() / 1000)
    const all = {
      iss: this.mischief.announcedIssuer ?? this.issuer,
      aud: CLIENT_ID,
      sub: 'tomas',
      name: 'Tomás Ibarra',
      email: 'tomas.ibarra@example.gov',
      nonce,
      iat: now,
      exp: now + 300,
      auth_time: now,
      ...claims,
    }
    if (algorithm === 'none') return signed({ alg: 'none' }, all, () => Buffer.alloc(0))
    if (algorithm !== 'RS256') {
      const secret =
        algorithm === 'HS256 with the secret'
          ? CLIENT_SECRET
          : this.#key.publicKey.export({ type: 'spki', format: 'pem' })
      const hmac = (text: string) => createHmac('sha256', secret).update(text).digest()
      return signed({ alg: 'HS256', kid: 'one' }, all, hmac)
    }
    const pair = key === undefined ? this.#key : this.#other
    const header = { alg: 'RS256', kid: key === 'unknown' ? 'two' : 'one' }
    const token = signed(header, all, (text) => sign('sha256', Buffer.from(text), pair.privateKey))
    return unsigned ? token.replace(/[^.]+$/, '') : token
  }
}
