import type { RulesetToggle } from '../../domain/toggle/ruleset.ts'
import type { FlipperWriter } from '../flipper/writer.ts'
import { memoryWriter } from './memory-writer.ts'
import { testServer } from './test-server.ts'

/** A server with Flipper's writing routes, over a writer in memory of which parts may differ. */
export function flipperServer(
  start: readonly RulesetToggle[],
  change: Partial<FlipperWriter> = {},
) {
  const memory = memoryWriter(start, () => built.source)
  const flipperWrites = {
    writer: { ...memory.writer, ...change },
    groups: () => new Set(['admins']),
  }
  const built = testServer(start, { flipperWrites })
  return { ...built, ...memory }
}
