import pino from 'pino'

type Told = Readonly<Record<string, string | number | null>>

/** Members that never reach a line, wherever they stand in what is told. */
const SECRET = ['token', 'secret', 'password', 'cookie', 'authorization']

/**
 * One JSON object a line, written at once: failures to standard error, all else to standard output.
 * What is told is a value, never part of the line's own text, so nothing in it can forge a line.
 */
const logger = pino(
  {
    base: null,
    level: 'info',
    messageKey: 'what',
    timestamp: () => `,"at":"${new Date().toISOString()}"`,
    formatters: { level: (label) => ({ level: label === 'warn' ? 'warning' : label }) },
    redact: { paths: SECRET.flatMap((name) => [name, `*.${name}`]), censor: '[secret]' },
  },
  pino.multistream(
    [
      { level: 'info', stream: process.stdout },
      { level: 'error', stream: process.stderr },
    ],
    { dedupe: true },
  ),
)

/** Writes one line of a failure, with where it happened. */
export function logFailure(error: unknown, about: Readonly<Record<string, string>>): void {
  const failure =
    error instanceof Error
      ? {
          name: error.name,
          message: error.message,
          stack: error.stack,
          cause: String(error.cause ?? ''),
        }
      : { message: String(error) }
  logger.error({ ...about, ...failure })
}

/** Writes one line of what happened. */
export function logLine(level: 'info' | 'warning' | 'error', about: Told): void {
  logger[level === 'warning' ? 'warn' : level](about)
}
