/** Writes one structured line a failure to standard error; control characters cannot forge a line. */
export function logFailure(error: unknown, about: Record<string, string>): void {
  const failure =
    error instanceof Error
      ? {
          name: error.name,
          message: error.message,
          stack: error.stack,
          cause: String(error.cause ?? ''),
        }
      : { message: String(error) }
  process.stderr.write(
    `${JSON.stringify({ level: 'error', at: new Date().toISOString(), ...about, ...failure })}\n`,
  )
}
