import type { Metadata } from 'next'
import { ProblemTable } from '../../../components/reference/problem-table.tsx'
import { PageHeader } from '../../../components/ui/page-header.tsx'
import { allProblems } from '../../../domain/problems/problem-table.ts'

export const metadata: Metadata = { title: 'Problems' }

export default function ProblemsPage() {
  return (
    <>
      <PageHeader
        title="Problems"
        summary="What is refused or goes wrong is answered as a problem document of RFC 9457. Its type is the address of one of these pages."
      />
      <ProblemTable problems={allProblems()} />
    </>
  )
}
