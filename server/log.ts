type Told = Readonly<Record<string, string | number>>

/** Writes one structured line a failure to standard error; control characters cannot forge a line. */
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
  process.stderr.write(line('error', { ...about, ...failure }))
}

/** Writes one structured line of what happened: failures to standard error, all else beside it. */
export function logLine(level: 'info' | 'warning' | 'error', about: Told): void {
  const stream = level === 'error' ? process.stderr : process.stdout
  stream.write(line(level, about))
}

function line(level: string, about: object): string {
  return `${JSON.stringify({ level, at: new Date().toISOString(), ...about })}\n`
}
