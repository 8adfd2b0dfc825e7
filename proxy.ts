import { type NextRequest, NextResponse } from 'next/server'
import { problemAddress } from './domain/problems/problem-table.ts'
import { REQUEST_PROBLEMS } from './domain/problems/request-problems.ts'
import { allowedMethods } from './server/api/allowed-methods.ts'

const site = new URL(process.env.NEXTAUTH_URL ?? 'http://localhost:3000')
const isDevelopment = process.env.NODE_ENV === 'development'

/** Content-Security-Policy of one page: only scripts of ours that carry this answer's nonce run. */
function contentSecurityPolicy(nonce: string): string {
  const scripts = ["'self'", `'nonce-${nonce}'`, "'strict-dynamic'"]
  // React's development build rebuilds stack traces with eval; the production build never does.
  if (isDevelopment) scripts.push("'unsafe-eval'")
  return [
    "default-src 'none'",
    `script-src ${scripts.join(' ')}`,
    isDevelopment ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ')
}

const HEADERS: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  ...(site.protocol === 'https:'
    ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
    : {}),
}

const FOR_PROGRAMS = /^\/(api\/v1\/|_next\/|__nextjs|health\/|metrics$|icon\.svg$)/
const NO_PAGES = /^\/(api\/|_next\/|__nextjs|health\/|metrics$|icon\.svg$)/

/** For what is no page: nothing in it is ever run, shown in a frame or sent on. */
const NO_PAGE = {
  ...HEADERS,
  'content-security-policy':
    "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'",
}

function refused(status: number, says: string, headers: Record<string, string> = {}): NextResponse {
  const all = { ...NO_PAGE, 'cache-control': 'no-store', ...headers }
  return new NextResponse(says, { status, headers: all })
}

/**
 * The browser's walls, on every answer. No authorisation happens here: that is in the commands and
 * queries, which no path or header leads around.
 */
export function proxy(request: NextRequest): NextResponse {
  if (request.headers.has('next-action')) return refused(400, 'Rollcall has no server actions.')
  if (!isText(request.nextUrl.pathname)) return unreadable(request)
  if (!NO_PAGES.test(request.nextUrl.pathname)) {
    // The API names the field itself; a page would look in the database for what cannot be there.
    return request.nextUrl.search.includes('%00') ? unreadable(request) : page(request)
  }
  const elsewhere = canonicalAddress(request) ?? otherMethod(request)
  if (elsewhere) return elsewhere
  const response = NextResponse.next()
  for (const [name, value] of Object.entries(NO_PAGE)) response.headers.set(name, value)
  return response
}

function unreadable(request: NextRequest): NextResponse {
  const detail = 'The address is not percent-encoded UTF-8 without NUL. Nothing was changed.'
  if (!request.nextUrl.pathname.startsWith('/api/v1/')) return refused(400, detail)
  const errors = [{ path: 'path', message: 'is not percent-encoded UTF-8 without NUL.' }]
  const problem = {
    type: '/problems/invalid',
    title: 'Not understood',
    status: 400,
    detail,
    errors,
  }
  return refused(400, JSON.stringify(problem), { 'content-type': 'application/problem+json' })
}

/** Whether a path decodes to text that can be stored, and so could name something. */
function isText(path: string): boolean {
  try {
    return !decodeURIComponent(path).includes('\0')
  } catch {
    return false
  }
}

/** What a path of the API answers to a method that it does not take, and to the question which it does. */
function otherMethod(request: NextRequest): NextResponse | null {
  const allowed = allowedMethods(request.nextUrl.pathname)
  if (allowed === null) return null
  const isAnswered = allowed.includes(request.method) && request.method !== 'OPTIONS'
  if (isAnswered) return null
  const headers = { ...NO_PAGE, 'cache-control': 'no-store', allow: allowed.join(', ') }
  if (request.method === 'OPTIONS') return new NextResponse(null, { status: 204, headers })
  const { status, title } = REQUEST_PROBLEMS.method_not_allowed
  const detail = `This path takes ${allowed.join(', ')}. Nothing was changed.`
  const type = problemAddress('method_not_allowed')
  return NextResponse.json(
    { type, title, status, detail },
    { status, headers: { ...headers, 'content-type': 'application/problem+json' } },
  )
}

/** A page takes no form and no other method: whatever is sent to it is not even read. */
function page(request: NextRequest): NextResponse {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    return refused(405, 'A page is only read. Changes go to /api/v1.', { allow: 'GET, HEAD' })
  }
  const elsewhere = canonicalAddress(request)
  if (elsewhere) return elsewhere
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64')
  const policy = contentSecurityPolicy(nonce)
  const headers = new Headers(request.headers)
  headers.set('content-security-policy', policy)
  headers.set('x-rollcall-path', request.nextUrl.pathname + request.nextUrl.search)
  const response = NextResponse.next({ request: { headers } })
  response.headers.set('content-security-policy', policy)
  for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value)
  return response
}

/** Cookies and the sign-in hang on one host: what a person asks for under another leads there. */
function canonicalAddress(request: NextRequest): NextResponse | null {
  const host = request.headers.get('host')
  const { pathname, search } = request.nextUrl
  const isAsked = request.method === 'GET' && !FOR_PROGRAMS.test(pathname)
  if (!isAsked || !host || host === site.host || !isLoopback(host)) return null
  return NextResponse.redirect(new URL(pathname + search, site), { status: 307, headers: NO_PAGE })
}

function isLoopback(host: string): boolean {
  const name = host.replace(/:\d+$/, '')
  return name === 'localhost' || name === '127.0.0.1' || name === '[::1]'
}
