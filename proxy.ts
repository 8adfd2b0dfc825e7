import { type NextRequest, NextResponse } from 'next/server'

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

/**
 * The browser's walls, on every answer. No authorisation happens here: that is in the commands and
 * queries, which no path or header leads around.
 */
export function proxy(request: NextRequest): NextResponse {
  if (request.headers.has('next-action')) {
    return new NextResponse('Rollcall has no server actions.', { status: 400, headers: HEADERS })
  }
  const elsewhere = canonicalPage(request)
  if (elsewhere) return NextResponse.redirect(elsewhere, { status: 307, headers: HEADERS })
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

/** Cookies and the sign-in hang on one host: a page asked for under another is sent there. */
function canonicalPage(request: NextRequest): URL | null {
  const host = request.headers.get('host')
  const isPage = request.method === 'GET' && !request.nextUrl.pathname.startsWith('/api/v1')
  if (!isPage || !host || host === site.host || !isLoopback(host)) return null
  return new URL(request.nextUrl.pathname + request.nextUrl.search, site)
}

function isLoopback(host: string): boolean {
  const { hostname } = new URL(`http://${host}`)
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '[::1]'
}

export const config = { matcher: ['/((?!_next/static|icon.svg|health/|metrics$).*)'] }
