import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { EXIT, Failure, misused } from './outcome.mjs'

const TRIES = 4
const LONGEST_WAIT_S = 60

/**
 * Where Rollcall is and who asks: `--url` and `--token-file`, else ROLLCALL_URL, ROLLCALL_TOKEN and
 * ROLLCALL_TOKEN_FILE. A token is never taken as an argument: others would see it among the processes.
 */
export function connect({ url, 'token-file': tokenFile }, environment = process.env) {
  const base = baseOf(url ?? environment.ROLLCALL_URL ?? 'http://localhost:3000')
  const token = tokenOf(tokenFile, environment)
  return {
    base,
    call: (method, path, given = {}) => call({ base, token }, method, path, given),
  }
}

function baseOf(text) {
  const base = URL.canParse(text) ? new URL(text) : null
  if (base !== null && /^https?:$/.test(base.protocol)) return base.href.replace(/\/+$/, '')
  throw misused(`"${text}" is no address of Rollcall, like https://rollcall.example.gov.`)
}

function tokenOf(file, { ROLLCALL_TOKEN: given, ROLLCALL_TOKEN_FILE: known }) {
  const path = file ?? (given ? undefined : known)
  const token = (path === undefined ? given : readToken(path))?.trim()
  if (!token) {
    throw misused(
      'There is no token: set ROLLCALL_TOKEN, or name a file that holds it with --token-file.',
    )
  }
  if (/^[\x21-\x7e]+$/.test(token)) return token
  throw misused('The token has characters that no token has. It is the whole content of its file.')
}

function readToken(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw misused(`The token file cannot be read: ${error.message}`)
  }
}

/**
 * Calls the API; gives its answer when it says yes. A write carries one Idempotency-Key through all
 * its tries, so that one whose answer was lost is done once.
 */
async function call({ base, token }, method, path, { body, markdown, ifMatch, raw = false }) {
  const headers = { authorization: `Bearer ${token}` }
  if (method !== 'GET') headers['idempotency-key'] = randomUUID()
  if (ifMatch !== undefined) headers['if-match'] = `"${ifMatch}"`
  if (markdown !== undefined) headers['content-type'] = 'text/markdown'
  else if (body !== undefined) headers['content-type'] = 'application/json'
  const payload = markdown ?? (body === undefined ? undefined : JSON.stringify(body))
  const request = { method, headers, body: payload, redirect: 'error' }
  for (let tries = 1; ; tries += 1) {
    const answer = await send(`${base}/api/v1${path}`, request)
    const wait = waitAfter(answer, tries)
    if (wait !== null && tries < TRIES) {
      await new Promise((resolve) => setTimeout(resolve, wait * 1000))
      continue
    }
    if (answer instanceof Response) return answer.ok ? read(answer, raw) : refuse(answer)
    const because = answer.cause?.code ?? answer.cause?.message ?? answer.message
    throw new Failure(
      EXIT.unreachable,
      `Rollcall cannot be reached at ${base} (${because}).${method === 'GET' ? '' : ' Whether it was done is not known: look before you repeat it.'}`,
    )
  }
}

async function send(address, request) {
  try {
    return await fetch(address, request)
  } catch (error) {
    return error
  }
}

/** Seconds to wait before the next try; null where another would not help. */
function waitAfter(answer, tries) {
  if (!(answer instanceof Response)) return 2 ** (tries - 2)
  if (answer.status !== 429 && answer.status !== 503) return null
  const wait = Number(answer.headers.get('retry-after') ?? 1)
  return wait <= LONGEST_WAIT_S ? wait : null
}

async function read(answer, raw) {
  if (raw) return answer
  try {
    return await answer.json()
  } catch {
    throw new Failure(EXIT.unreachable, 'What answered is not the API of Rollcall.')
  }
}

const CODES = {
  401: EXIT.notAllowed,
  403: EXIT.notAllowed,
  429: EXIT.unreachable,
  503: EXIT.unreachable,
}

async function refuse(answer) {
  const text = await answer.text()
  let problem = null
  try {
    problem = JSON.parse(text)
  } catch {}
  const { type, title, detail } = Object(problem)
  if (typeof detail !== 'string') {
    throw new Failure(
      EXIT.unreachable,
      `What answered is not the API of Rollcall (status ${answer.status}).`,
    )
  }
  const held = /\/(checks-not-passed|launch-not-ready)$/.test(type)
  const code = held ? EXIT.checksNotPassed : (CODES[answer.status] ?? EXIT.refused)
  throw new Failure(code, `${title}. ${detail}`, problem)
}
