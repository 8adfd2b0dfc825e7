import { momentInWords } from '../../domain/audit/moment-words.ts'
import { TextLink } from '../ui/text-link.tsx'
import { overWords } from './over-words.ts'

type NoticeBannerProps = {
  stop: { readonly reason: string; readonly stopped_by: string; readonly since: string } | null
  freezes: readonly {
    readonly id: string
    readonly reason: string
    readonly environments: readonly string[]
    readonly team: string | null
    readonly until: string
  }[]
}

/** Across every page: that the line is stopped, and which freezes stand now. */
export function NoticeBanner({ stop, freezes }: NoticeBannerProps) {
  return (
    <div className="text-sm">
      {stop && (
        <div className="bg-loud text-on-loud">
          <span className="hazard block h-2" aria-hidden="true" />
          <p className="mx-auto w-full max-w-page px-4 py-2.5 wrap-anywhere sm:px-6">
            <strong className="font-bold">The line is stopped.</strong> {stop.stopped_by}, since{' '}
            {momentInWords(stop.since)}: {stop.reason}{' '}
            <a href="/freezes" className="font-semibold text-on-loud! underline">
              Nothing widens; narrowing stays open
            </a>
          </p>
        </div>
      )}
      {freezes.map(({ id, reason, environments, team, until }) => (
        <p key={id} className="border-b border-rule bg-wait-wash">
          <span className="mx-auto block w-full max-w-page px-4 py-2 wrap-anywhere sm:px-6">
            <strong className="font-semibold">Freeze {overWords(environments, team)}</strong> until{' '}
            {momentInWords(until)}: {reason}{' '}
            <TextLink href={`/freezes#freeze-${id}`}>See it</TextLink>
          </span>
        </p>
      ))}
    </div>
  )
}
