'use client'

import { useEffect, useState } from 'react'
import { type ApiProblem, problemOf } from '../api/api-problem.ts'

const SETTLED_MS = 500

interface LiveReading<Read> {
  /** The newest that was read; of an older text while `reading` or with a `problem`. */
  readonly read: Read
  readonly reading: boolean
  readonly problem: ApiProblem | null
}

interface Settled<Read> {
  readonly text: string
  readonly read: Read
  readonly problem: ApiProblem | null
}

/**
 * What is read of a text while it is edited: asked anew once the text rests for half a second. A
 * text that was left behind by a newer one is never shown.
 */
export function useLiveReading<Read>(
  text: string,
  first: { readonly text: string; readonly read: Read },
  ask: (text: string, signal: AbortSignal) => Promise<Read>,
): LiveReading<Read> {
  const [settled, setSettled] = useState<Settled<Read>>({ ...first, problem: null })

  useEffect(() => {
    if (text === settled.text) return
    const abort = new AbortController()
    const timer = setTimeout(async () => {
      try {
        const read = await ask(text, abort.signal)
        if (!abort.signal.aborted) setSettled({ text, read, problem: null })
      } catch (error) {
        if (abort.signal.aborted) return
        setSettled(({ read }) => ({ text, read, problem: problemOf(error) }))
      }
    }, SETTLED_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [text, settled.text, ask])

  return { read: settled.read, problem: settled.problem, reading: text !== settled.text }
}
