import type { Use } from '../server/evaluation/write-uses.ts'
import type { Uses } from './uses.ts'

/** Where uses are kept, and how. */
export interface KeepUses {
  readonly uses: Uses
  /** Keeps them for good, or throws. */
  readonly keep: (uses: readonly Use[]) => Promise<void>
  /** Takes what went wrong; the uses stay counted until the next time. */
  readonly failed: (error: unknown) => void
  readonly everyMs: number
}

/**
 * Keeps what was counted, once in a while and at the end; what could not be kept is kept the next
 * time. Gives a function that ends it.
 */
export function keepUses({ uses, keep, failed, everyMs }: KeepUses): () => Promise<void> {
  const keepNow = async (): Promise<void> => {
    const unkept = uses.unkept()
    if (unkept.length === 0) return
    try {
      await keep(unkept)
      uses.kept(unkept)
    } catch (error) {
      failed(error)
    }
  }
  let timer: NodeJS.Timeout | null = null
  let keeping = Promise.resolve()
  // Processes that started together do not all write together.
  const again = (): void => {
    const pause = everyMs * (0.8 + Math.random() * 0.4)
    timer = setTimeout(() => {
      keeping = keepNow().then(again)
    }, pause).unref()
  }
  again()
  return async () => {
    if (timer !== null) clearTimeout(timer)
    await keeping
    if (timer !== null) clearTimeout(timer)
    await keepNow()
  }
}
