import { readFileSync } from 'node:fs'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import type Provider from 'oidc-provider'
import { errors } from 'oidc-provider'
import { DEMO_PEOPLE } from '../../prisma/demo-people.ts'
import { answerMailbox } from '../mailbox/answer-mailbox.ts'
import type { MailStore } from '../mailbox/mail-store.ts'
import { aboutPage, errorPage, signInPage } from './pages.ts'
import { signedInAs } from './provider.ts'

const require = createRequire(import.meta.url)
const FONT = '@fontsource-variable/public-sans/files/public-sans-latin-wght-normal.woff2'
const BODY_LIMIT = 1000

const here = (path: string) => readFileSync(new URL(path, import.meta.url))

function loadAssets(): ReadonlyMap<string, { type: string; body: Buffer }> {
  return new Map([
    ['/assets/style.css', { type: 'text/css; charset=utf-8', body: here('style.css') }],
    ['/assets/icon.svg', { type: 'image/svg+xml', body: here('../../app/icon.svg') }],
    [
      '/assets/public-sans.woff2',
      { type: 'font/woff2', body: readFileSync(require.resolve(FONT)) },
    ],
  ])
}

/** A page may load our style, font and mark, run what the provider hashes, and post here or back to the app. */
function policyFor(origins: readonly string[]): string {
  const own = ['img', 'style', 'font', 'script', 'frame'].map((kind) => `${kind}-src 'self'`)
  const form = `form-action 'self' ${origins.join(' ')}`
  return ["default-src 'none'", ...own, form, "frame-ancestors 'none'", "base-uri 'none'"].join(
    '; ',
  )
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = ''
  for await (const chunk of request) {
    text += String(chunk)
    if (text.length > BODY_LIMIT) break
  }
  return new URLSearchParams(text.slice(0, BODY_LIMIT))
}

function send(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(html)
}

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>

/** Forgets another person's earlier sign-in: otherwise the provider signs them out on a page of its own. */
async function forgetOther(
  provider: Provider,
  interaction: Interaction,
  subject: string,
): Promise<void> {
  const earlier = interaction.session
  if (earlier === undefined || earlier.accountId === subject) return
  const session = await provider.Session.findByUid(earlier.uid)
  await session?.destroy()
  delete interaction.session
  await interaction.save(Math.max(1, interaction.exp - Math.floor(Date.now() / 1000)))
}

async function interact(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const interaction = await provider.interactionDetails(request, response)
  if (request.method !== 'POST') {
    send(response, 200, signInPage(interaction.uid, interaction.session?.accountId))
    return
  }
  const key = (await formOf(request)).get('person')
  const person = DEMO_PEOPLE.find((candidate) => candidate.key === key)
  if (person === undefined) {
    send(response, 400, signInPage(interaction.uid, interaction.session?.accountId))
    return
  }
  await forgetOther(provider, interaction, person.subject)
  await provider.interactionFinished(request, response, signedInAs(person.subject), {
    mergeWithLastSubmission: false,
  })
}

/**
 * All that the demo's identity provider answers, with the demo's mailbox, at the host of `issuer`
 * and no other.
 */
export function createHandler(
  issuer: string,
  provider: Provider,
  origins: readonly string[],
  mails: MailStore,
): RequestListener {
  const assets = loadAssets()
  const policy = policyFor(origins)
  const app = origins[0] ?? issuer
  const protocol = provider.callback()
  const { host } = new URL(issuer)
  return (request, response) => {
    // A page elsewhere may point a name of its own at this machine: only our own name is answered.
    if (request.headers.host !== host) {
      response.writeHead(421, { 'content-type': 'text/plain' }).end(`This is ${issuer}.\n`)
      return
    }
    const url = new URL(request.url ?? '/', issuer)
    const path = url.pathname
    const asset = assets.get(path)
    response.setHeader('content-security-policy', policy)
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('referrer-policy', 'no-referrer')
    if (asset !== undefined) {
      response.writeHead(200, { 'content-type': asset.type, 'cache-control': 'max-age=3600' })
      response.end(asset.body)
    } else if (path === '/') {
      send(response, 200, aboutPage(app))
    } else if (request.method === 'GET' && answerMailbox(url, response, mails, app)) {
      return
    } else if (path.startsWith('/interaction/')) {
      interact(provider, request, response).catch((error: unknown) => {
        const expired = error instanceof errors.SessionNotFound
        if (!expired) console.error(error)
        const reason = expired ? 'it has expired, or was finished in another tab' : 'a fault here'
        if (!response.headersSent) send(response, expired ? 400 : 500, errorPage(reason, app))
      })
    } else {
      void protocol(request, response)
    }
  }
}
