import { TextLink } from '../ui/text-link.tsx'
import { TimeStamp } from '../ui/time-stamp.tsx'
import type { ShownReview } from './shown-review.ts'

/** The newest reviews, whoever made them. */
export function PastReviews({ reviews }: { reviews: ShownReview['reviews'] }) {
  return (
    <section aria-labelledby="reviews" className="max-w-reading">
      <h2 id="reviews" className="text-lg font-semibold">
        Reviews
      </h2>
      {reviews.length === 0 ? (
        <p className="pt-2 text-ink-soft">Nobody has reviewed the log yet.</p>
      ) : (
        <ul>
          {reviews.map(({ by, up_to, note, at }) => (
            <li key={`${by} ${up_to}`} className="border-b border-rule py-3">
              <p className="flex flex-wrap gap-x-3">
                <strong>{by}</strong>
                <TextLink plain prefetch={false} href={`/audit/${up_to}`}>
                  up to entry {up_to.toLocaleString('en-US')}
                </TextLink>
                <span className="text-ink-soft">
                  <TimeStamp at={at} />
                </span>
              </p>
              {note !== null && <p className="wrap-anywhere">{note}</p>}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
