import type { Metadata } from 'next'
import { AuditNav } from '../../../../components/audit/audit-nav.tsx'
import { LogReviewForm } from '../../../../components/audit/log-review-form.tsx'
import { PastReviews } from '../../../../components/audit/past-reviews.tsx'
import { ReviewCounts } from '../../../../components/audit/review-counts.tsx'
import { ReviewStanding } from '../../../../components/audit/review-standing.tsx'
import { OverrideBanner } from '../../../../components/toggles/override-banner.tsx'
import { PageHeader } from '../../../../components/ui/page-header.tsx'
import { findLogReview } from '../../../../server/audit/reviews/find-log-review.ts'
import { currentActor } from '../../../../server/session.ts'
import { findOpenOverrides } from '../../../../server/toggles/find-overrides.ts'

export const metadata: Metadata = { title: 'Review of the log' }

export default async function ReviewPage() {
  const actor = await currentActor()
  const [view, overrides] = await Promise.all([findLogReview(actor), findOpenOverrides(actor)])
  return (
    <>
      <PageHeader
        title="Review of the log"
        summary="The government lead says up to which entry the log was read. Each review is an entry itself."
      />
      <AuditNav current="review" />
      <div className="flex flex-col gap-8">
        <ReviewStanding view={view} />
        {overrides.length > 0 && (
          <section aria-labelledby="overrides">
            <h2 id="overrides" className="text-lg font-semibold">
              Overrides that nobody has reviewed
            </h2>
            {overrides.map((override) => (
              <OverrideBanner key={override.id} override={override} />
            ))}
          </section>
        )}
        {view.new_entries > 0 && <ReviewCounts view={view} />}
        {view.may_review && view.new_entries > 0 && <LogReviewForm upTo={view.head} />}
        <PastReviews reviews={view.reviews} />
      </div>
    </>
  )
}
