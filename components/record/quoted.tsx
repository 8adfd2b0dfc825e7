/** Words of the plan as they stand in it, line by line. */
export function Quoted({ children }: { children: string }) {
  return (
    <pre className="max-w-[75ch] font-sans text-sm whitespace-pre-wrap wrap-anywhere">
      {children}
    </pre>
  )
}
