'use client'

import useSWR from 'swr'
import { problemOf } from '../api/api-problem.ts'
import { ApiProblemNote } from '../api/api-problem-note.tsx'
import { readApi } from '../api/call-api.ts'
import { TextDifference } from '../plans/text-difference-view.tsx'
import { Skeleton } from '../ui/skeleton.tsx'
import { sectionWords } from './section-words.ts'

interface Changes {
  readonly signed: number | null
  readonly revision: number
  readonly sections: readonly {
    readonly section: string
    readonly before: string
    readonly after: string
  }[]
}

/** Each section that makes a word stale: as it was signed, and as it stands. */
export function ChangedSections({ path, revision }: { path: string; revision: number }) {
  const { data, error } = useSWR<Changes>([path, revision], ([asked]: [string]) => readApi(asked))
  if (error) return <ApiProblemNote problem={problemOf(error)} />
  if (!data) return <Skeleton label="Comparing the revisions" lines={4} />
  return (
    <div className="mt-2 flex flex-col gap-3">
      {data.sections.map(({ section, before, after }) => (
        <section key={section} aria-label={`Changes in ${sectionWords([section])}`}>
          <h4 className="mb-1 text-xs font-semibold">
            {sectionWords([section])}, revision {data.signed} → {data.revision}
          </h4>
          {before === after ? (
            <p className="text-sm text-ink-soft">
              It reads again as it was signed, and was different in between: an old word does not
              come back by itself.
            </p>
          ) : (
            <TextDifference
              label={`Changes in ${sectionWords([section])}`}
              before={before}
              after={after}
            />
          )}
        </section>
      ))}
    </div>
  )
}
