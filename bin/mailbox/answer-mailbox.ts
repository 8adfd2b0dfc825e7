import type { ServerResponse } from 'node:http'
import type { MailStore } from './mail-store.ts'
import { mailboxPage, mailPage, noMailPage } from './mailbox-pages.ts'

const HTML = 'text/html; charset=utf-8'

// What a mail says may look like something and do nothing: no script, no form, no request.
const INERT = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'"

/**
 * Answers below `/mailbox`: the list, one mail, its HTML, and all of it as JSON for tests. False
 * when `url` is elsewhere.
 */
export function answerMailbox(
  url: URL,
  response: ServerResponse,
  store: MailStore,
  app: string,
): boolean {
  const [place, id, part, ...more] = url.pathname.slice(1).split('/')
  if (url.pathname === '/mailbox.json') {
    send(response, 200, JSON.stringify(store.list()), 'application/json')
    return true
  }
  if (place !== 'mailbox' || more.length > 0) return false
  if (id === undefined) {
    send(response, 200, mailboxPage(store.list(), url.searchParams.get('to')))
    return true
  }
  const mail = store.find(id)
  if (mail === undefined || (part !== undefined && part !== 'html')) {
    send(response, 404, noMailPage())
  } else if (part === 'html') {
    response.setHeader('content-security-policy', INERT)
    send(response, 200, mail.html)
  } else send(response, 200, mailPage(mail, app))
  return true
}

function send(response: ServerResponse, status: number, body: string, type = HTML): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' })
  response.end(body)
}
