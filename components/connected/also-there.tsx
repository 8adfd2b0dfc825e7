import { Disclosure } from '../ui/disclosure.tsx'
import type { DifferencesView } from './connection-view.ts'

type AlsoThereProps = { view: DifferencesView }

/** What of the two is alike, on one side alone, or cannot be held: nothing of it is changed. */
export function AlsoThere({ view }: AlsoThereProps) {
  const { alike, only_here, only_there, unreadable, expressions } = view
  return (
    <div className="flex flex-col gap-1">
      <p className="text-sm text-ink-soft">
        {alike === 1 ? '1 toggle is' : `${alike} toggles are`} alike.
        {!expressions &&
          ' This server has no expressions: toggles with one arrive without it, and let in fewer people there.'}
      </p>
      <Names summary={`Only in Rollcall, made there: ${only_here.length}`} names={only_here} />
      <Names
        summary={`Only there, left alone: ${only_there.length}`}
        names={only_there.map(({ key, there }) => `${key}, ${there}`)}
      />
      <Names summary={`Cannot be held here, left alone: ${unreadable.length}`} names={unreadable} />
    </div>
  )
}

function Names({ summary, names }: { summary: string; names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <Disclosure summary={summary}>
      <ul className="columns-[18rem] text-sm">
        {names.map((name) => (
          <li key={name} className="wrap-anywhere">
            {name}
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
