import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
} from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { writePrivateFile } from '../../bin/private-file.ts'
import type { HeadAlgorithm, HeadKey } from '../../server/audit/heads/head-statement.ts'

/**
 * Reads the key of a PEM file (PKCS #8), making the file when there is none.
 *
 * @throws Error when the file holds no private key of that algorithm.
 */
export function keepHeadKey(path: string, alg: HeadAlgorithm): HeadKey {
  if (!existsSync(path)) writePrivateFile(path, newKey(alg))
  const pem = readFileSync(path, 'utf8')
  const secret = createPrivateKey(pem)
  const curve = secret.asymmetricKeyDetails?.namedCurve
  const found =
    secret.asymmetricKeyType === 'ed25519'
      ? 'ed25519'
      : curve === 'prime256v1'
        ? 'ecdsa-p256-sha256'
        : null
  if (found !== alg) {
    throw new Error(`The key of the log's heads is no ${alg} key: let HEAD_KEY_FILE name one.`)
  }
  const open = createPublicKey(pem)
  const der = open.export({ type: 'spki', format: 'der' })
  return {
    alg,
    keyId: createHash('sha256').update(der).digest('hex'),
    publicKey: open.export({ type: 'spki', format: 'pem' }).toString(),
    sign: (bytes) => sign(alg === 'ed25519' ? null : 'sha256', bytes, secret).toString('base64'),
  }
}

function newKey(alg: HeadAlgorithm): string {
  const { privateKey } =
    alg === 'ed25519'
      ? generateKeyPairSync('ed25519')
      : generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}
