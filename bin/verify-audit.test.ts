import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { asText, type Export, payloadOf, seal, soundExport } from './testing/audit-export.ts'
import { fileOf, verdictOn, verifier } from './testing/run-verifier.ts'
import { lineAt, sha256, TAMPERED } from './testing/tampering.ts'

describe('a log that holds', () => {
  it('is said to, with the number of its entries', async () => {
    const { code, said } = await verdictOn(soundExport(30))
    expect(code).toBe(0)
    expect(said).toMatch(/^30 entries hold: seq 1 to 30\n/)
    expect(said).toContain('3 rows')
    expect(said).toContain('30 texts are the ones hashed, 0 were erased')
  })

  it('may be empty', async () => {
    expect(await verdictOn(seal([]))).toMatchObject({ code: 0 })
  })

  it('may be a range that starts later, of which only what is there is said to hold', async () => {
    const all = soundExport(30)
    const later = Array.from({ length: 10 }, (_, index) => payloadOf(21 + index))
    const { code, said } = await verdictOn(seal(later, 21, all.lines[19]?.hash))
    expect(code).toBe(0)
    expect(said).toContain('what came before seq 21 was not checked')
  })

  it('may have entries longer than any buffer', async () => {
    const groups = Array.from({ length: 60_000 }, (_, n) => `a group with a long name ${n}`)
    const long = { ...payloadOf(2), data: { groups } }
    const { code, said } = await verdictOn(seal([payloadOf(1), long, payloadOf(3)]))
    expect([code, said.slice(0, 14)]).toEqual([0, '3 entries hold'])
  })

  it('may lack the text of a person who was erased', async () => {
    const log = soundExport(6)
    for (const line of log.lines.slice(2)) line.texts = { reason: { salt: '', text: null } }
    const { code, said } = await verdictOn(log)
    expect(code).toBe(0)
    expect(said).toContain('2 texts are the ones hashed, 4 were erased')
  })

  it('may hold links only for what lies outside the filter that it names', async () => {
    const log = soundExport(9)
    log.header.filter = { toggle: 'toggle_1' }
    const bare = log.lines.map(({ payload, texts, ...link }) =>
      payload.includes('toggle_1') ? { ...link, payload, texts } : link,
    )
    const path = fileOf(asText({ ...log, lines: bare as Export['lines'] }))
    const { code, said } = await verifier(path)
    expect(code).toBe(0)
    expect(said).toContain('6 of them lie outside the filter')
  })
})

describe('a log that was tampered with', () => {
  it.each(Object.keys(TAMPERED))('is found where %s', async (name) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 38 }), async (at) => {
        const log = soundExport(40)
        const first = TAMPERED[name]?.(log, at)
        const { code, said } = await verdictOn(log)
        expect(said).toMatch(new RegExp(`^seq ${first} does not hold: `))
        expect(code).toBe(1)
      }),
      { numRuns: 4 },
    )
  })

  it('is found when a line is no JSON, and when bytes are no UTF-8', async () => {
    const [header = '', first = '', ...rest] = asText(soundExport(5)).split('\n')
    const cut = [header, first.slice(0, 40), ...rest].join('\n')
    expect(await verifier(fileOf(cut))).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^seq 1 /),
    })
    const path = fileOf(Buffer.concat([Buffer.from(`${header}\n{`), Buffer.from([0xff, 0x7d, 10])]))
    expect(await verifier(path)).toMatchObject({ code: 1, said: expect.stringMatching(/^seq 1 /) })
  })

  it('is found when it goes on after its footer', async () => {
    const text = asText(soundExport(3))
    const path = fileOf(`${text}{"count":3}\n`)
    expect(await verifier(path)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^seq 4 .*footer/),
    })
  })

  it('is found when a lone surrogate stands for another character with the same hash', async () => {
    const log = seal([{ ...payloadOf(1), via: '\uFFFD' }])
    expect(await verdictOn(log)).toMatchObject({ code: 0 })
    lineAt(log, 1).payload = lineAt(log, 1).payload.replace('\uFFFD', '\uD800')
    expect(await verdictOn(log)).toMatchObject({ code: 1, said: expect.stringMatching(/^seq 1 /) })
  })
})

describe('the replay', () => {
  const changed = (at: number, change: Record<string, unknown>, more = {}) => {
    const payloads = Array.from({ length: 20 }, (_, index) => payloadOf(index + 1))
    const [told] = (payloads[at - 1]?.changes ?? []) as Record<string, unknown>[]
    payloads[at - 1] = { ...payloadOf(at), ...more, changes: [{ ...told, ...change }] }
    return verdictOn(seal(payloads))
  }

  it.each([
    ['the image before is not what the log says was there', { before: { boolean: true } }],
    ['a version was left out', { version: 9 }],
    ['a row that is there is said to be new', { before: null }],
  ])('finds, in a chain that is whole, that %s', async (_, change) => {
    expect(await changed(11, change)).toMatchObject({
      code: 1,
      said: expect.stringMatching(/^seq 11 does not hold: its change of toggle_state/),
    })
  })

  it('finds where the next change does not follow from a lying image', async () => {
    const { code, said } = await changed(11, { after: { boolean: true } })
    expect([code, said.slice(0, 6)]).toEqual([1, 'seq 14'])
  })

  it('refuses a denied entry that tells a change', async () => {
    const { code, said } = await changed(7, {}, { outcome: 'denied' })
    expect([code, said.slice(0, 5)]).toEqual([1, 'seq 7'])
  })
})

describe('what it cannot tell', () => {
  const sound = fileOf(asText(soundExport(3)))
  const text = fileOf('not an export\n')

  it.each([
    ['no file', []],
    ['a file that is not there', [join(import.meta.dirname, 'absent.jsonl')]],
    ['an empty file', [fileOf('')]],
    ['another file', [text]],
    ['two files', [sound, sound]],
    ['an unknown option', [sound, '--force']],
    ['a key without a head', [sound, '--public-key', text]],
    ['an option without its file', [sound, '--head']],
    ['a head that is none', [sound, '--head', text]],
    [
      'a key that is none',
      [
        sound,
        '--head',
        fileOf(JSON.stringify({ size: 3, hash: sha256('') })),
        '--public-key',
        text,
      ],
    ],
  ])('is %s: exit 2', async (_, given) => {
    const { code, said } = await verifier(...given)
    expect(said).not.toContain('hold')
    expect(code).toBe(2)
  })
})
