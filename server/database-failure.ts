/**
 * What Prisma 7.10 with the pg adapter throws, by test: a bare DriverAdapterError at COMMIT, P2010
 * from raw SQL, P2039 from a trigger, each with PostgreSQL's own code somewhere in its causes.
 */
function codesIn(error: unknown): string[] {
  const codes: string[] = []
  const seen = new Set<unknown>()
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value) || seen.size > 50) return
    seen.add(value)
    for (const [key, member] of Object.entries(value)) {
      if ((key === 'code' || key === 'originalCode') && typeof member === 'string')
        codes.push(member)
      else visit(member)
    }
    if (value instanceof Error) visit(value.cause)
  }
  visit(error)
  return codes
}

const ABORTED = new Set(['40001', '40P01', 'P2034'])

/** Whether PostgreSQL itself rolled the transaction back, so that it may be run again. */
export function abortedByDatabase(error: unknown): boolean {
  return codesIn(error).some((code) => ABORTED.has(code))
}

const GONE = new Set([
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08003',
  '08006',
  'ECONNREFUSED',
  'ECONNRESET',
  'P1001',
  'P1017',
])
const GONE_WORDS =
  /connection error|connection terminated|can't reach database|timeout exceeded when trying to connect|timeout expired|query read timeout|ECONNREFUSED|server closed the connection/i

/** Whether the database cannot be reached: nothing can be said to have happened. */
export function databaseGone(error: unknown): boolean {
  if (codesIn(error).some((code) => GONE.has(code))) return true
  return error instanceof Error && GONE_WORDS.test(error.message)
}

/** Whether a lock or statement timeout ended it: nothing was changed, and it may be tried again. */
export function statementTooLong(error: unknown): boolean {
  return codesIn(error).some((code) => code === '55P03' || code === '57014' || code === 'P2028')
}

/** Whether the disk of the database is full: nothing was changed, and nothing will be until there is room. */
export function storageFull(error: unknown): boolean {
  return codesIn(error).includes('53100')
}
