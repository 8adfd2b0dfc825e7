import { ArrivalNote } from '../../../../components/connected/arrival-note.tsx'
import { OutsideNote } from '../../../../components/connected/outside-note.tsx'
import { type HistoryView, statePath } from '../../../../components/toggles/toggle-view.ts'
import { findArrivals } from '../../../../server/connected/find-arrivals.ts'
import { currentActor } from '../../../../server/session.ts'

type ConnectedStateProps = {
  toggle: string
  now: { readonly environment: string }
  /** The steps of the toggle, by environment. */
  history: ReadonlyMap<string, readonly HistoryView[]>
  rollback: { readonly allowed: boolean } | null
}

/** Of a connected environment: whether the state has arrived there, and whether others made it. */
export async function ConnectedState(props: ConnectedStateProps) {
  const { toggle, now, rollback } = props
  const { environment } = now
  const history = props.history.get(environment) ?? []
  const arrival = (await findArrivals(await currentActor(), toggle)).get(environment)
  if (!arrival) return null
  const newest = history.at(-1)
  const before = history.at(-2)?.words ?? 'off'
  return (
    <div className="flex flex-col gap-3">
      {newest?.type === 'toggle.changed_outside' && (
        <OutsideNote
          toggle={toggle}
          environment={environment}
          server={arrival.server}
          newest={newest}
          before={before}
          mayRevert={rollback?.allowed === true}
        />
      )}
      <ArrivalNote path={statePath(toggle, environment)} arrival={arrival} />
    </div>
  )
}
