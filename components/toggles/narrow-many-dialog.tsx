import { useRouter } from 'next/navigation'
import { createPortal } from 'react-dom'
import useSWR from 'swr'
import { problemOf } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { Band } from '../ui/band.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { showToast } from '../ui/toast-queue.ts'
import { shortWords } from './act-words.ts'
import { capitalised } from './capitalised.ts'
import { ReasonPresses } from './reason-presses.tsx'

interface Narrowed {
  readonly narrowed: readonly {
    readonly toggle: string
    readonly from: string
    readonly to: string
  }[]
  readonly unchanged: readonly string[]
  readonly left: readonly { readonly toggle: string; readonly why: string }[]
}

type NarrowManyDialogProps = {
  environment: string
  /** The environment within a sentence. */
  called: string
  toggles: readonly string[]
  onClose: () => void
  onDone: () => void
}

/** Each toggle with old → new, what is left as it is and why; one press on a reason turns them off. */
export function NarrowManyDialog(props: NarrowManyDialogProps) {
  const { environment, called, toggles, onClose, onDone } = props
  const router = useRouter()
  const { pending, problem, act } = useAct()
  const body = { environment, toggles, to: 'off' }
  const { data, error } = useSWR<Narrowed>(['narrow', environment, ...toggles], () =>
    callApi('POST', '/flips/narrow/proposal', { body }),
  )
  const count = data?.narrowed.length ?? 0
  const action = `Turn ${count} off in ${called}`

  const narrow = (reason: string) =>
    act(true, async () => {
      const done = await callApi<Narrowed>('POST', '/flips/narrow', { body: { ...body, reason } })
      onDone()
      showToast({ tone: 'success', title: `Turned ${done.narrowed.length} off in ${called}` })
      router.refresh()
    })

  // Outside the table's form: a form does not stand in a form.
  return createPortal(
    <Dialog
      isOpen
      onClose={onClose}
      title={data ? action : `Turn off in ${called}`}
      band={<Band tone="loud">{capitalised(called)}</Band>}
    >
      <div className="flex flex-col gap-5">
        {!data && !error && <Skeleton label="Asking what this would do" lines={3} />}
        {error && <ApiProblemNote problem={problemOf(error)} />}
        {data && (
          <ul aria-label="Turned off" className="flex flex-col gap-1 text-sm">
            {data.narrowed.map(({ toggle, from, to }) => (
              <li key={toggle}>
                <code className="wrap-anywhere">{toggle}</code>: {shortWords(from)}
                <span aria-hidden="true"> → </span>
                <span className="sr-only"> to </span>
                <strong className="font-semibold">{shortWords(to)}</strong>
              </li>
            ))}
          </ul>
        )}
        {data && data.unchanged.length > 0 && (
          <p className="text-sm text-ink-soft">Off already: {data.unchanged.join(', ')}.</p>
        )}
        {data?.left.map(({ toggle, why }) => (
          <p key={toggle} className="text-sm">
            Left as it is: <code>{toggle}</code>. {why}
          </p>
        ))}
        {count > 0 && (
          <ReasonPresses
            action={action}
            verb={action}
            pending={pending !== null}
            onReason={(reason) => void narrow(reason)}
          />
        )}
        {problem && <ApiProblemNote problem={problem} />}
      </div>
    </Dialog>,
    document.body,
  )
}
