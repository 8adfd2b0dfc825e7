'use client'

import { useRouter } from 'next/navigation'
import useSWRMutation from 'swr/mutation'
import type { StatePatch } from '../../domain/toggle/state.ts'
import { type ApiProblem, problemOf } from '../api/api-problem.ts'
import { callApi } from '../api/call-api.ts'
import { showToast } from '../ui/toast-queue.ts'
import { doneWords } from './act-words.ts'
import type { Movement } from './reach-words.ts'
import { rollBackAddress } from './roll-back-address.ts'
import { statePath } from './toggle-view.ts'

type Flip = {
  patch: StatePatch
  reason: string
  expected: number
  override?: string | undefined
  /** How the flip is told afterwards. */
  words: { direction: Movement; to: string } | undefined
}

type Flipped = { version: number; seq: number | null }

type UseFlip = { toggle: string; environment: string; onDone: () => void }

/** Sends a flip; says that it happened, with the way back. A refusal is given back and kept. */
export function useFlip({ toggle, environment, onDone }: UseFlip) {
  const router = useRouter()
  const { trigger, error, isMutating } = useSWRMutation(
    statePath(toggle, environment),
    (path: string, { arg }: { arg: Flip }) =>
      callApi<Flipped>('PATCH', path, {
        body: {
          ...arg.patch,
          reason: arg.reason.trim(),
          expected_version: arg.expected,
          ...(arg.override === undefined ? {} : { override: { reason: arg.override } }),
        },
      }),
  )

  async function send(flip: Flip): Promise<ApiProblem | null> {
    try {
      const { seq } = await trigger(flip)
      const { direction, to } = flip.words ?? { direction: 'same', to: 'its new state' }
      showToast({
        tone: flip.override === undefined ? 'success' : 'warning',
        title: `${doneWords(direction, environment, to)}: ${toggle}`,
        ...(seq === null ? {} : { detail: `Entry ${seq} of the log.` }),
        action: {
          label: 'Roll back',
          onPress: () => router.push(rollBackAddress(toggle, environment), { scroll: false }),
        },
      })
      onDone()
      router.refresh()
      return null
    } catch (thrown) {
      return problemOf(thrown)
    }
  }

  return { send, isSending: isMutating, problem: error ? problemOf(error) : null }
}
