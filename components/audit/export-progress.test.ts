import { expect, test } from 'vitest'
import { exportProgress } from './export-progress.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test.each([
  ['jsonl', '{"format":"rollcall-audit-v1"}\n', (n: number) => `{"seq":${n},"sealed_at":"1"}\n`],
  [
    'csv',
    '\ufeff"seq","sealed_at"\r\n',
    (n: number) => `"${n}","2026-11-22T10:00:00.000Z","x"\r\n`,
  ],
  ['ocsf', '', (n: number) => `{"class_uid":6003,"metadata":{"sequence":${n},"uid":"x"}}\n`],
] as const)('of an export as %s it is told how far it is', (format, head, line) => {
  const passed = exportProgress(format, 201)
  expect(passed(bytes(head))).toEqual({ bytes: bytes(head).byteLength, seq: 0, share: 0 })
  expect(passed(bytes(line(1)))).toMatchObject({ seq: 1, share: 0 })
  expect(passed(bytes(line(50) + line(101)))).toMatchObject({ seq: 101, share: 0.5 })
  expect(passed(bytes(line(201)))).toMatchObject({ seq: 201, share: 1 })
  // The entry that tells of the export itself is newer than the page.
  expect(passed(bytes(line(202)))).toMatchObject({ seq: 202, share: 1 })
})

test('of an export that begins late, the way there does not count', () => {
  const passed = exportProgress('csv', 1000)
  passed(bytes('"900","2026-11-22T10:00:00.000Z"\r\n'))
  expect(passed(bytes('"950","2026-11-22T10:00:00.000Z"\r\n')).share).toBe(0.5)
})
