/** What the bars beside a document's lines mean. */
export function LineLegend() {
  return (
    <ul className="flex flex-wrap gap-x-5 text-xs text-ink-soft">
      <li className="border-l-4 border-accent pl-2">understood</li>
      <li className="border-l-4 border-dashed border-wait pl-2">to answer</li>
      <li className="border-l-4 border-double border-no-go pl-2">a finding</li>
    </ul>
  )
}
