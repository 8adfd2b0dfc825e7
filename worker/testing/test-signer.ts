import { join } from 'node:path'
import { filePlace } from '../../server/audit/heads/head-place.ts'
import type { HeadSigner } from '../../server/audit/heads/sign-head.ts'
import { headMemory } from '../heads/head-memory.ts'
import { keepHeadKey } from '../heads/keep-head-key.ts'

/** A signer of heads that keeps its key, its memory and the heads in one folder. */
export function testSigner(folder: string, keyFile = 'key.pem'): HeadSigner {
  const place = filePlace(join(folder, 'heads'))
  return {
    key: keepHeadKey(join(folder, keyFile), 'ed25519'),
    memory: headMemory(join(folder, 'last-head.json')),
    places: place === null ? [] : [place],
    origin: 'https://rollcall.example.gov',
  }
}
