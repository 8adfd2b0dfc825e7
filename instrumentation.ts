/** Next calls this once in each of its processes, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { startTracing } = await import('./server/tracing.ts')
  const stop = startTracing('web')
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop())
}
