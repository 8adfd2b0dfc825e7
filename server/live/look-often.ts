import { watchNotices } from './watch-notices.ts'

/**
 * Runs `look` now, whenever the database gives notice, and `everyMs` after the last look. One look
 * at a time; what gives notice during one is looked for after it. While the database is away a look
 * fails and nothing moves; the next one finds out.
 *
 * @returns a function that ends it.
 */
export function lookOften(look: () => Promise<void>, everyMs: number): () => void {
  let isOver = false
  let isLooking = false
  let isAgain = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const run = async (): Promise<void> => {
    isAgain = isLooking
    if (isLooking || isOver) return
    isLooking = true
    clearTimeout(timer)
    do {
      isAgain = false
      await look().catch(() => undefined)
    } while (isAgain && !isOver)
    isLooking = false
    if (isOver) return
    timer = setTimeout(run, everyMs)
    timer.unref()
  }

  const unwatch = watchNotices(() => void run())
  void run()
  return () => {
    isOver = true
    clearTimeout(timer)
    unwatch()
  }
}
