import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Json } from '../../domain/audit/canonical.ts'
import { payloadOf, seal, soundExport } from './audit-export.ts'
import { fileOf, verdictOn } from './run-verifier.ts'
import { type KeyPair, signedHead, verdictWith } from './signed-head.ts'
import { sha256 } from './tampering.ts'

const ed25519: KeyPair = generateKeyPairSync('ed25519')
const p256: KeyPair = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
const log = soundExport(20)
const rest = seal([payloadOf(14)], 14, log.lines[12]?.hash)

function refusedAt(seq: number, why = '') {
  return { code: 1, said: expect.stringMatching(new RegExp(`^seq ${seq} does not hold: .*${why}`)) }
}

describe('a signed head, to the verifier,', () => {
  it.each([
    ['Ed25519', ed25519],
    ['ECDSA P-256', p256],
  ])('signed by %s is found in the log, at its end or before', async (_, keys) => {
    for (const size of [20, 13]) {
      const { code, said } = await verdictWith(log, signedHead(log, size, keys), keys)
      expect(said).toContain(
        `the head at seq ${size}, made 2026-11-23T09:05:00.000Z, is in the log`,
      )
      expect(said).toContain('its signature holds')
      expect(code).toBe(0)
    }
  })

  it('may be the one right before a range', async () => {
    const verdict = await verdictWith(rest, signedHead(log, 13, ed25519), ed25519)
    expect(verdict).toMatchObject({ code: 0 })
  })

  it.each<[string, Record<string, Json>]>([
    ['was changed after signing', { time: '2026-11-24T00:00:00.000Z' }],
    ['has no signature', { signature: 'AAAA' }],
  ])('is refused when it %s', async (_, changes) => {
    for (const keys of [ed25519, p256]) {
      const head = { ...signedHead(log, 20, keys), ...changes }
      expect(await verdictWith(log, head, keys)).toMatchObject(refusedAt(20, 'signature'))
    }
  })

  it.each<[string, Record<string, Json>]>([
    ['has another hash', { hash: sha256('other') }],
    ['is of another log', { origin: 'https://other.example.gov' }],
    ['names another algorithm', { alg: 'none' }],
    ['names another key', { key_id: sha256('other') }],
  ])('is refused, although its signature holds, when it %s', async (_, changes) => {
    for (const keys of [ed25519, p256]) {
      const head = signedHead(log, 20, keys, changes)
      expect(await verdictWith(log, head, keys)).toMatchObject(refusedAt(20))
    }
  })

  it('shows that the end of the log was cut off', async () => {
    const short = soundExport(15)
    expect(await verdictOn(short)).toMatchObject({ code: 0 })
    const verdict = await verdictWith(short, signedHead(log, 20, ed25519), ed25519)
    expect(verdict).toMatchObject(refusedAt(16, 'it is missing: the signed head is at seq 20'))
  })

  it('shows that the whole log was written anew', async () => {
    const payloads = Array.from({ length: 20 }, (_, n) => ({ ...payloadOf(n + 1), via: 'api' }))
    const anew = seal(payloads)
    expect(await verdictOn(anew)).toMatchObject({ code: 0 })
    const verdict = await verdictWith(anew, signedHead(log, 13, ed25519), ed25519)
    expect(verdict).toMatchObject(refusedAt(13, 'its hash is not that of the head'))
  })

  it('is refused when it lies before the export and nothing links them', async () => {
    const verdict = await verdictWith(rest, signedHead(log, 3, ed25519), ed25519)
    expect(verdict).toMatchObject(refusedAt(14, 'nothing here leads to it'))
  })

  it('is refused under a key of another kind, and of another pair', async () => {
    const head = signedHead(log, 20, ed25519)
    expect(await verdictWith(log, head, p256)).toMatchObject(refusedAt(20))
    const other = generateKeyPairSync('ed25519')
    expect(await verdictWith(log, head, other)).toMatchObject(refusedAt(20))
  })

  it('is said not to be checked without the public key', async () => {
    const head = fileOf(JSON.stringify(signedHead(log, 20, ed25519)))
    const { code, said } = await verdictOn(log, '--head', head)
    expect([code, said.includes('signature not checked')]).toEqual([0, true])
  })
})
