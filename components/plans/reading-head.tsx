/** Above a reading that follows a text while it is edited. */
export function ReadingHead({ title, isOld }: { title: string; isOld: boolean }) {
  return (
    <div className="flex items-baseline justify-between gap-4">
      <h2 className="text-lg font-semibold">{title}</h2>
      <p role="status" className="text-xs text-ink-soft">
        {isOld ? 'of the text before your last change' : ''}
      </p>
    </div>
  )
}
