'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState, useTransition } from 'react'
import type { OverrideInput } from '../../domain/rollout/override-input.ts'
import type { StatePatch } from '../../domain/toggle/state.ts'
import { type ApiProblem, problemOf } from '../api/api-problem.ts'
import { callApi } from '../api/call-api.ts'
import { showToast, type ToastMessage } from '../ui/toast-queue.ts'
import { doneWords } from './act-words.ts'
import { openRollBack } from './open-roll-back.ts'
import type { Movement } from './reach-words.ts'
import { statePath } from './toggle-view.ts'

/** A flip to send, with the words to tell it by afterwards. */
export type Flip = {
  readonly patch: StatePatch
  readonly reason: string
  readonly expected: number
  readonly override?: OverrideInput | undefined
  readonly direction: Movement
  readonly to: string
}

type UseFlip = {
  toggle: string
  environment: string
  /** The environment within a sentence. */
  called: string
  /** Draws the page anew as well. */
  onDone: () => void
}

/**
 * Sends a flip. It is over, and told with the way back, once the page shows the new state: until
 * then the proposal stays, so that nobody sees the old state as the outcome.
 */
export function useFlip({ toggle, environment, called, onDone }: UseFlip) {
  const router = useRouter()
  const [isSending, setSending] = useState(false)
  const [isRefreshing, startRefresh] = useTransition()
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const toTell = useRef<ToastMessage | null>(null)

  useEffect(() => {
    if (isRefreshing || !toTell.current) return
    showToast(toTell.current)
    toTell.current = null
    document.getElementById(environment)?.focus()
  }, [isRefreshing, environment])

  async function send(flip: Flip): Promise<void> {
    setSending(true)
    setProblem(null)
    try {
      const { seq } = await callApi<{ seq: number | null }>(
        'PATCH',
        statePath(toggle, environment),
        { body: bodyOf(flip) },
      )
      toTell.current = {
        tone: flip.override === undefined ? 'success' : 'warning',
        title: `${doneWords(flip.direction, called, flip.to)}: ${toggle}`,
        ...(seq === null ? {} : { detail: `Entry ${seq} of the log.` }),
        action: {
          label: 'Roll back',
          onPress: () => openRollBack(router, toggle, environment),
        },
      }
      startRefresh(onDone)
    } catch (error) {
      const refused = problemOf(error)
      setProblem(refused)
      // What it is now arrives with the page, and with it the difference.
      if (refused.code === 'version-conflict') startRefresh(() => router.refresh())
    }
    setSending(false)
  }

  return { send, isSending: isSending || isRefreshing, problem }
}

function bodyOf({ patch, reason, expected, override }: Flip) {
  return {
    ...patch,
    reason: reason.trim(),
    expected_version: expected,
    ...(override === undefined ? {} : { override }),
  }
}
