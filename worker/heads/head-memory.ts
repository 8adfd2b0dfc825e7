import { mkdirSync, readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'
import { writePrivateFile } from '../../bin/private-file.ts'
import type { HeadMemory } from '../../server/audit/heads/kept-head.ts'

const keptHead = z.object({ size: z.int().min(1), hash: z.string(), time: z.iso.datetime() })

/**
 * A memory in a file.
 *
 * @throws Error on reading a file that is there and holds no head: nothing is signed over it.
 */
export function headMemory(path: string): HeadMemory {
  return {
    read() {
      let text: string
      try {
        text = readFileSync(path, 'utf8')
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
        throw error
      }
      const read = keptHead.safeParse(JSON.parse(text))
      if (!read.success) throw new Error('The file of the last signed head holds no head.')
      return read.data
    },
    write({ size, hash, time }) {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
      writePrivateFile(path, `${JSON.stringify({ size, hash, time })}\n`)
    },
  }
}
