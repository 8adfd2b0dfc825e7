import { useState } from 'react'
import useSWR from 'swr'
import { problemOf } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { callApi, readApi } from '../api/call-api.ts'
import { useAct } from '../api/use-act.ts'
import { shortWords } from '../toggles/act-words.ts'
import { ReasonPresses } from '../toggles/reason-presses.tsx'
import { Band } from '../ui/band.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Select } from '../ui/select.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { showToast } from '../ui/toast-queue.ts'

interface Move {
  readonly toggle: string
  readonly environment: string
  readonly from: string
  readonly to: string
  /** The version that this was seen at. */
  readonly seen: number
}

interface Rollback {
  readonly restored: readonly Move[]
  readonly held: readonly (Move & { readonly why: string })[]
}

interface Proposed extends Rollback {
  /** The stages that run, before which it can go. */
  readonly stages: readonly { readonly n: number; readonly label: string }[]
}

const LAUNCH = ''

const WHAT = {
  launch: 'Everything flipped since the launch',
  stage: 'Everything flipped since the stage began',
}

type RollBackPlanDialogProps = {
  slug: string
  onClose: () => void
  /** It was rolled back: closes as well, and draws the page anew. */
  onDone: () => void
}

/** What would be restored, old → new, what would be held and why; one press on a reason does it. */
export function RollBackPlanDialog({ slug, onClose, onDone }: RollBackPlanDialogProps) {
  const path = `/release-plans/${encodeURIComponent(slug)}/rollback`
  const [stage, setStage] = useState(LAUNCH)
  const whole = useSWR<Proposed>(path, readApi)
  const since = useSWR<Proposed>(stage === LAUNCH ? null : `${path}?before_stage=${stage}`, readApi)
  const { data, error } = stage === LAUNCH ? whole : since
  const stages = whole.data?.stages ?? []
  const { pending, problem, act } = useAct()
  const count = data?.restored.length ?? 0
  const action = `Roll back ${count} ${count === 1 ? 'toggle' : 'toggles'}`

  const rollBack = (reason: string) =>
    act(true, async () => {
      const seen = [...(data?.restored ?? []), ...(data?.held ?? [])]
      const done = await callApi<Rollback>('POST', path, {
        body: {
          reason,
          ...(stage === LAUNCH ? {} : { before_stage: Number(stage) }),
          expected_versions: seen.map(({ toggle, environment, seen: version }) => ({
            toggle,
            environment,
            version,
          })),
        },
      })
      onDone()
      showToast({
        tone: done.held.length === 0 ? 'success' : 'warning',
        title: `Rolled back: ${done.restored.map(({ toggle }) => toggle).join(', ')}`,
        ...(done.held.length === 0
          ? {}
          : { detail: `Held: ${done.held.map(({ toggle }) => toggle).join(', ')}.` }),
      })
    })

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title="Roll the whole plan back"
      band={<Band tone="loud">{WHAT[stage === LAUNCH ? 'launch' : 'stage']}</Band>}
    >
      <div className="flex flex-col gap-5">
        {stages.length > 0 && (
          <Select
            label="Back to"
            value={stage}
            onChange={(event) => setStage(event.currentTarget.value)}
            options={[
              { value: LAUNCH, label: 'Before the launch' },
              ...stages.map(({ n, label }) => ({
                value: String(n),
                label: `Before the stage began: ${label}`,
              })),
            ]}
          />
        )}
        {!data && !error && <Skeleton label="Asking what this would restore" lines={3} />}
        {error && <ApiProblemNote problem={problemOf(error)} />}
        {data && <Moves label="Restored, in this order" moves={data.restored} />}
        {data && data.held.length > 0 && (
          <>
            <p className="text-sm">Held, because restoring would let people in:</p>
            <Moves label="Held" moves={data.held} />
          </>
        )}
        {count > 0 && (
          <ReasonPresses
            action={action}
            verb={action}
            pending={pending !== null}
            onReason={(reason) => void rollBack(reason)}
          />
        )}
        {problem && <ApiProblemNote problem={problem} />}
      </div>
    </Dialog>
  )
}

function Moves({ label, moves }: { label: string; moves: readonly (Move & { why?: string })[] }) {
  return (
    <ol aria-label={label} className="flex flex-col gap-1 text-sm">
      {moves.map(({ toggle, environment, from, to, why }) => (
        <li key={`${toggle} ${environment}`}>
          <code className="wrap-anywhere">{toggle}</code> in {environment}: {shortWords(from)}
          <span aria-hidden="true"> → </span>
          <span className="sr-only"> to </span>
          <strong className="font-semibold">{shortWords(to)}</strong>
          {why && <span className="block text-ink-soft">{why}</span>}
        </li>
      ))}
    </ol>
  )
}
