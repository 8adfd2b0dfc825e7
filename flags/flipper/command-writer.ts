import type { FlipperCommands } from '../../server/evaluation/flipper-commands.ts'
import type { FlipperWriter } from './writer.ts'

/** A writer by the product's commands, and what ends it. */
export interface CommandWriter extends FlipperWriter {
  readonly close: () => Promise<void>
}

/**
 * Writes by the product's commands. They and their database client are only loaded when somebody
 * writes, which most evaluation servers never see; after each write `look` brings the rules up to
 * it, so that a client reads what it wrote.
 */
export function commandWriter(databaseUrl: () => string, look: () => Promise<void>): CommandWriter {
  let loading: Promise<FlipperCommands> | null = null
  const commands = (): Promise<FlipperCommands> => {
    loading ??= import('../../server/evaluation/flipper-commands.ts').then((module) =>
      module.flipperCommands(databaseUrl),
    )
    return loading
  }
  return {
    read: async (caller, key) => (await commands()).read(caller, key),
    async flip(caller, flip) {
      await (await commands()).flip(caller, flip)
      await look()
    },
    async create(caller, key) {
      await (await commands()).create(caller, key)
      await look()
    },
    async remove(caller, key) {
      await (await commands()).remove(caller, key)
      await look()
    },
    async bringIn(caller, content) {
      await (await commands()).bringIn(caller, content)
      await look()
    },
    close: async () => (await loading)?.close(),
  }
}
