/** What each part of a start shares with the whole. */
export type Launch = {
  /** The folder of the project. */
  root: string
  /** Shows a line to the person. */
  say: (line: string) => void
  /** Aborted when the start is to end. */
  signal: AbortSignal
  /** What must be stopped in the end, the last one first. */
  undo: (() => Promise<void>)[]
  /** With hot reload, for those who work on Rollcall. */
  isDev: boolean
}
