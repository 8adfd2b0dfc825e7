import { randomUUID } from 'node:crypto'
import NextAuth from 'next-auth'
import { inSignIn } from '../in-sign-in.ts'
import type { SignInMoment } from '../sign-in-moment.ts'

type Cookies = Record<string, string>

interface Answered {
  /** Where the browser is sent, null where it stays. */
  readonly location: string | null
  readonly body: unknown
}

/** A browser that signs in, as far as next-auth can tell. */
export class SignInAttempt {
  readonly cookies: Cookies = {}
  readonly #issuer: string
  // Each comes from elsewhere: of one address not every refusal is told.
  readonly #address = randomUUID()

  constructor(issuer: string) {
    this.#issuer = issuer
  }

  /** Begins a sign-in; gives what the browser would bring to the identity provider. */
  async begin(): Promise<URLSearchParams> {
    const csrf = await this.#ask('GET', ['csrf'])
    const csrfToken = String(Object(csrf.body).csrfToken)
    const sent = await this.#ask('POST', ['signin', 'oidc'], {}, { csrfToken, callbackUrl: '/' })
    return new URL(sent.location ?? 'about:blank').searchParams
  }

  /** Comes back from the identity provider with this. */
  async comeBack(query: Cookies): Promise<Answered> {
    let answer = await this.#ask('GET', ['callback', 'oidc'], query)
    for (let hop = 0; hop < 3; hop += 1) {
      const to = new URL(answer.location ?? '/', 'http://rollcall.example')
      const below = /^\/api\/auth\/(\w+)$/.exec(to.pathname)?.[1]
      if (below === undefined) break
      answer = await this.#ask('GET', [below], Object.fromEntries(to.searchParams))
    }
    return answer
  }

  async #ask(
    method: string,
    nextauth: readonly string[],
    query: Cookies = {},
    body: Cookies = {},
  ): Promise<Answered> {
    const moment: SignInMoment = {
      isCallback: nextauth[0] === 'callback',
      formerToken: null,
      issuer: this.#issuer,
      address: this.#address,
      agent: null,
      claims: null,
      refusal: null,
      said: null,
    }
    const request = {
      method,
      query: { ...query, nextauth },
      body,
      cookies: this.cookies,
      headers: {},
    }
    const answer = new Answer(this.cookies)
    await inSignIn(moment, (options) => NextAuth(request as never, answer as never, options))
    return answer
  }
}

/** What next-auth writes its answer into, in the manner of Node. */
class Answer {
  location: string | null = null
  body: unknown = null
  readonly #cookies: Cookies
  #set: string[] = []

  constructor(cookies: Cookies) {
    this.#cookies = cookies
  }

  status(): this {
    return this
  }

  getHeader(): string[] {
    return this.#set
  }

  setHeader(name: string, value: string | string[]): this {
    if (name.toLowerCase() === 'location') this.location = String(value)
    if (name.toLowerCase() !== 'set-cookie') return this
    this.#set = [value].flat()
    for (const cookie of this.#set) {
      const [key = '', kept = ''] = cookie.split(';')[0]?.split(/=(.*)/s) ?? []
      if (kept === '') delete this.#cookies[key]
      else this.#cookies[key] = decodeURIComponent(kept)
    }
    return this
  }

  json(body: unknown): void {
    this.body = body
  }

  send(body: unknown): void {
    this.body = body
  }

  end(): void {}
}
