import { type LogFunctionFactory, Logger } from 'graphile-worker'
import { logLine } from '../server/log.ts'

// Each job's end is a line of our own (see task-list.ts); payloads and queries are in no line.
const write: LogFunctionFactory = () => (level, message, meta) => {
  if (level !== 'error' && level !== 'warning') return
  if (meta?.failure === true) return
  logLine(level, { process: 'worker', what: message })
}

/** The queue library's own complaints, as lines of our log. */
export const libraryLog = new Logger(write)
