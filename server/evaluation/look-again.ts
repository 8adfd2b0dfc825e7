/** Looks that follow one another: by themselves after a pause, or when asked for. */
export interface LookAgain {
  /** Looks now; resolves when a look that began after the call has ended. */
  readonly look: () => Promise<void>
  readonly stop: () => Promise<void>
}

/**
 * Looks at once, and again `pollMs` after each look, a tenth more or less so that many do not keep
 * step. One look at a time; `lookOnce` does not throw.
 */
export function lookAgain(lookOnce: () => Promise<void>, pollMs: number): LookAgain {
  let isStopped = false
  let poll: NodeJS.Timeout | null = null
  let looking: Promise<void> | null = null
  let next: Promise<void> | null = null

  // A look that began before the call may have missed what the caller waits for, so one follows it.
  const look = (): Promise<void> => {
    if (isStopped) return Promise.resolve()
    if (looking === null) {
      looking = lookOnce().finally(() => {
        looking = null
      })
      return looking
    }
    next ??= looking.then(() => {
      next = null
      return look()
    })
    return next
  }
  const again = (): void => {
    if (isStopped) return
    poll = setTimeout(() => look().then(again, again), pollMs * (0.9 + Math.random() * 0.2))
  }
  void look().then(again, again)
  return {
    look,
    async stop() {
      isStopped = true
      if (poll !== null) clearTimeout(poll)
      await (next ?? looking)
    },
  }
}
