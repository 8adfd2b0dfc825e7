import Form from 'next/form'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { TextLink } from '../ui/text-link.tsx'

type PeopleSearchProps = {
  /** The page that searches, which is asked again with `q`. */
  page: string
  /** What is searched by: "Name, role or plan". */
  label: string
  q: string | undefined
}

/** Searches people by one word, in the address of the page. */
export function PeopleSearch({ page, label, q }: PeopleSearchProps) {
  return (
    <search>
      <Form action={page} className="mb-8 flex flex-wrap items-end gap-3">
        <div className="min-w-52 max-w-md flex-1">
          <TextField key={q} label={label} name="q" type="search" defaultValue={q ?? ''} />
        </div>
        <Button type="submit">Show</Button>
        {q && (
          <TextLink href={page} className="py-2 text-sm">
            Clear
          </TextLink>
        )}
      </Form>
    </search>
  )
}
