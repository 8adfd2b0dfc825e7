import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Coded } from '../../../../components/reference/coded.tsx'
import { DefinitionList } from '../../../../components/ui/definition-list.tsx'
import { PageHeader } from '../../../../components/ui/page-header.tsx'
import { problemNamed } from '../../../../domain/problems/problem-table.ts'

interface ProblemPageProps {
  params: Promise<{ code: string }>
}

export async function generateMetadata({ params }: ProblemPageProps): Promise<Metadata> {
  return { title: problemNamed((await params).code)?.title ?? 'Nothing at this address' }
}

export default async function ProblemPage({ params }: ProblemPageProps) {
  const { code } = await params
  const problem = problemNamed(code)
  if (!problem) notFound()
  const { status, title, happened, unchanged, todo } = problem
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[{ href: '/problems', label: 'Problems' }]}
        summary={`Status ${status}, type /problems/${code}`}
      />
      <div className="max-w-reading">
        <DefinitionList
          items={[
            { term: 'What happened', description: <Coded>{happened}</Coded> },
            { term: 'What was not changed', description: <Coded>{unchanged}</Coded> },
            { term: 'What to do', description: <Coded>{todo}</Coded> },
          ]}
        />
      </div>
    </>
  )
}
