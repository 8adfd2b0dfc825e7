/** How long something took, for a person. */
function duration(ms: number): string {
  return ms < 9950 ? `${(ms / 1000).toFixed(1)} s` : `${Math.round(ms / 1000)} s`
}

const STILL_AFTER_MS = 15_000

/**
 * Shows a step of the start: `begins` is said at once when it may take long, then every fifteen
 * seconds that it still goes on; a tick with `done` and how long it took when it is over.
 */
export async function step<T>(
  say: (line: string) => void,
  names: { begins?: string; done: string | ((result: T) => string | undefined) },
  work: () => Promise<T>,
): Promise<T> {
  const begun = Date.now()
  if (names.begins !== undefined) say(`… ${names.begins}`)
  const ticking = setInterval(
    () => say(`… still at it, ${duration(Date.now() - begun)}`),
    STILL_AFTER_MS,
  )
  try {
    const result = await work()
    const done = typeof names.done === 'string' ? names.done : names.done(result)
    if (done !== undefined) say(`✓ ${done} (${duration(Date.now() - begun)})`)
    return result
  } finally {
    clearInterval(ticking)
  }
}
