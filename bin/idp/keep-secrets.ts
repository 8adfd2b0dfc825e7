import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writePrivateFile } from '../private-file.ts'

const text = z.string().min(1)

const secrets = z.object({
  clientId: text,
  clientSecret: text,
  cookieKey: text,
  signingKey: z.object({
    kty: z.literal('RSA'),
    kid: text,
    alg: z.literal('RS256'),
    use: z.literal('sig'),
    n: text,
    e: text,
    d: text,
    p: text,
    q: text,
    dp: text,
    dq: text,
    qi: text,
  }),
})

/** What the demo's identity provider and the web app know of each other, and its own keys. */
export type IdpSecrets = z.infer<typeof secrets>

function make(): IdpSecrets {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return secrets.parse({
    clientId: `rollcall-${randomBytes(6).toString('hex')}`,
    clientSecret: randomBytes(32).toString('base64url'),
    cookieKey: randomBytes(32).toString('base64url'),
    signingKey: {
      ...privateKey.export({ format: 'jwk' }),
      kid: randomBytes(8).toString('hex'),
      alg: 'RS256',
      use: 'sig',
    },
  })
}

/** The secrets of this installation's demo provider: random, made once, in a file of their owner alone. */
export function keepIdpSecrets(home: string): IdpSecrets {
  const file = join(home, 'idp.json')
  if (existsSync(file)) return secrets.parse(JSON.parse(readFileSync(file, 'utf8')))
  const made = make()
  writePrivateFile(file, `${JSON.stringify(made, null, 2)}\n`)
  return made
}

/** The address of the demo's identity provider: loopback, whatever the web app listens on. */
export function idpIssuer(port: number): string {
  return `http://127.0.0.1:${port}`
}
