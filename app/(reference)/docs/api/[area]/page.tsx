import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OperationSection } from '../../../../../components/reference/operation-section.tsx'
import { NavLinks } from '../../../../../components/shell/nav-links.tsx'
import { PageHeader } from '../../../../../components/ui/page-header.tsx'
import { findArea, findAreas } from '../../../../../server/api/reference/find-reference.ts'

interface AreaPageProps {
  params: Promise<{ area: string }>
}

export async function generateMetadata({ params }: AreaPageProps): Promise<Metadata> {
  const { area } = await params
  return { title: findAreas().find(({ slug }) => slug === area)?.name ?? 'Nothing at this address' }
}

export default async function AreaPage({ params }: AreaPageProps) {
  const area = findArea((await params).area)
  if (!area) notFound()
  const items = findAreas().map(({ slug, name }) => ({ href: `/docs/api/${slug}`, label: name }))
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[10rem_minmax(0,1fr)]">
      <nav aria-label="Areas" className="print:hidden">
        <NavLinks
          items={items}
          className="flex flex-wrap gap-x-4 border-b border-rule lg:sticky lg:top-20 lg:flex-col lg:border-b-0"
          linkClassName="flex min-h-8 items-center border-l-4 border-transparent px-3 text-sm text-ink no-underline hover:bg-well aria-[current]:border-accent aria-[current]:font-semibold"
        />
      </nav>
      <div className="min-w-0">
        <PageHeader
          title={area.name}
          crumbs={[{ href: '/docs/api', label: 'The management API' }]}
          summary={area.about}
        />
        {area.operations.map((operation) => (
          <OperationSection key={operation.id} operation={operation} />
        ))}
      </div>
    </div>
  )
}
