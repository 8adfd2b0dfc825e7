import { parentOf, processState } from '../process-state.ts'

const LOOK_EVERY_MS = 500
const IS_NPM = /^(npm( |$)|\S*node\S* \S*npm(-cli\.js)?( |$))/

/**
 * The processes between this one and the `npm start` that a person typed, both included: without
 * them nobody is left to pass an interrupt on. What started npm is no concern of ours.
 */
export function starters(
  own: number,
  look: { parentOf: (pid: number) => number; commandOf: (pid: number) => string },
): number[] {
  const chain: number[] = []
  for (let pid = look.parentOf(own); pid > 1 && chain.length < 4; pid = look.parentOf(pid)) {
    chain.push(pid)
    if (IS_NPM.test(look.commandOf(pid))) return chain
  }
  // Started without npm: the parent alone counts.
  return chain.slice(0, 1)
}

/** Calls `onGone` when one of those who started this process is killed; answers how to stop looking. */
export function watchStarters(onGone: () => void): () => void {
  const watched = starters(process.pid, {
    parentOf,
    commandOf: (pid) => processState(pid).command,
  })
  const looking = setInterval(() => {
    if (watched.every((pid) => processState(pid).running)) return
    clearInterval(looking)
    onGone()
  }, LOOK_EVERY_MS)
  looking.unref()
  return () => clearInterval(looking)
}
