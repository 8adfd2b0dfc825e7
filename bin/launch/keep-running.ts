import { failuresInARow, restartDelay } from './back-off.ts'
import { type Command, type GroupLeader, howItEnded, lastWords, startGroup } from './own-group.ts'

export type Program = Command & {
  name: string
  /** Whether it does its work now. */
  isReady: () => Promise<boolean>
}

export type KeptRunning = { stop(): Promise<void> }

const ASK_EVERY_MS = 50

async function untilReady(program: Program, group: GroupLeader): Promise<void> {
  let over: string | undefined
  void group.ended.then((how) => {
    over = howItEnded(how)
  })
  for (;;) {
    const isReady = await program.isReady()
    // Asked second: another program may answer at the port that this one could not have.
    if (over !== undefined) throw new Error(lastWords(program.log, `${program.name} ${over}.`))
    if (isReady) return
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS))
  }
}

/**
 * Starts a program, answers once it is ready, and starts it again whenever it ends, a little later
 * each time. Throws its last words when it ends before it was ever ready.
 */
export async function keepRunning(
  program: Program,
  signal: AbortSignal,
  onLine: (line: string) => void,
): Promise<KeptRunning> {
  signal.throwIfAborted()
  let isKept = false
  let waiting: NodeJS.Timeout | undefined

  const begin = (failures: number): GroupLeader => {
    const begun = Date.now()
    const started = startGroup(program)
    void started.ended.then((how) => {
      if (!isKept) return
      const inARow = failuresInARow(failures, Date.now() - begun)
      const delay = restartDelay(inARow)
      const again = `starting it again in ${delay / 1000} s`
      onLine(`${program.name} ${howItEnded(how)}: ${again}; see ${program.log.path}`)
      waiting = setTimeout(() => {
        group = begin(inARow)
      }, delay)
    })
    return started
  }

  let group = begin(0)
  const stop = async () => {
    isKept = false
    clearTimeout(waiting)
    await group.stop()
  }
  const abort = () => void stop()
  signal.addEventListener('abort', abort)
  try {
    await untilReady(program, group)
    isKept = true
  } catch (error) {
    await stop()
    signal.throwIfAborted()
    throw error
  } finally {
    signal.removeEventListener('abort', abort)
  }
  return { stop }
}
