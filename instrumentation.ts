/** Next calls this once in each of its processes, before the first request. */
export async function register(): Promise<void> {
  // In this form alone is what follows left out of what Next compiles for its edge runtime.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { traceWeb } = await import('./server/trace-web.ts')
    traceWeb()
  }
}
