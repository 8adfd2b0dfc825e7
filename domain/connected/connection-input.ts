import { z } from 'zod'
import { overrideInput } from '../rollout/override-input.ts'

/** How a Flipper server is told who calls. */
const CONNECTION_AUTHS = ['none', 'bearer', 'basic', 'header'] as const

/** What becomes of what others change there. */
export const ON_DRIFT = ['adopt', 'put_back'] as const

// Those that a request has of its own.
const TAKEN = /^(host|content-.*|connection|transfer-encoding|accept.*|expect|upgrade|te|trailer)$/i

const addressSchema = z
  .string('is the address of a Flipper API.')
  .trim()
  .max(500, 'is 500 characters long at most.')
  .transform((text, context) => {
    const url = URL.parse(text)
    const fault = url === null ? 'is no address: https://flipper.example.gov/api' : faultOf(url)
    if (fault === null && url !== null) return url.href.replace(/\/+$/, '')
    context.addIssue(fault ?? 'is no address.')
    return z.NEVER
  })

function faultOf(url: URL): string | null {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'begins with https://.'
  if (url.username !== '' || url.password !== '') {
    return 'names no user and no password: those are given as the token.'
  }
  if (url.search !== '' || url.hash !== '') return 'ends with its path, without ? and #.'
  return null
}

const tokenSchema = z
  .string('is a text.')
  .min(1, 'must not be empty.')
  .max(4096, 'is 4,096 characters long at most.')
  .regex(/^[\x20-\x7e]+$/, 'has characters that no header can carry.')

const server = {
  address: addressSchema,
  auth: z.enum(CONNECTION_AUTHS, 'is none, bearer, basic or header.').default('none'),
  header: z
    .string('is the name of a header.')
    .regex(/^[A-Za-z0-9-]{1,80}$/, 'is the name of a header.')
    .refine((name) => !TAKEN.test(name), 'is a header that requests need themselves.')
    .optional(),
  token: tokenSchema.optional(),
}

interface ServerGiven {
  readonly auth: (typeof CONNECTION_AUTHS)[number]
  readonly header?: string | undefined
  readonly token?: string | undefined
}

/** Where a server is and what it is told, as a form gives them. */
export const serverInput = z.strictObject(server).superRefine(fitTogether)

/** A connection to make: what was seen of the difference is named again, so that nothing else is done. */
export const connectInput = z
  .strictObject({
    ...server,
    first_sync: z.enum(['take_theirs', 'push_ours'], 'is take_theirs or push_ours.'),
    seen: z.string('is the `seen` of the look before.').max(100),
    on_drift: z.enum(ON_DRIFT, 'is adopt or put_back.').default('adopt'),
    // Why theirs is taken although checks fail.
    override: overrideInput.optional(),
  })
  .superRefine(fitTogether)

/** What of a connection may be changed. */
export const connectionPatch = z.strictObject({
  token: tokenSchema.optional(),
  on_drift: z.enum(ON_DRIFT, 'is adopt or put_back.').optional(),
})

function fitTogether({ auth, header, token }: ServerGiven, context: z.RefinementCtx): void {
  const issue = (path: string, message: string) =>
    context.addIssue({ code: 'custom', path: [path], message })
  if (auth === 'none' && token !== undefined) issue('auth', 'says how the token is sent.')
  if (auth !== 'none' && token === undefined) issue('token', 'is needed.')
  if (auth === 'basic' && token !== undefined && !token.includes(':')) {
    issue('token', 'is the user, a colon and the password.')
  }
  if ((auth === 'header') !== (header !== undefined)) {
    issue('header', auth === 'header' ? 'is needed.' : 'is for the sign-in by a header alone.')
  }
}

export type ServerInput = z.infer<typeof serverInput>
export type ConnectInput = z.infer<typeof connectInput>
export type ConnectionPatch = z.infer<typeof connectionPatch>
