import { startTracing } from './tracing.ts'

/** Traces the web process, where that is set, and sends what is left when it is told to stop. */
export function traceWeb(): void {
  const stop = startTracing('web')
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop())
}
