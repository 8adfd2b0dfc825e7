import { notFound } from 'next/navigation'
import { Refused } from '../domain/refusal.ts'

/** For a page: what is not there shows the page that says so; any other refusal goes on. */
export async function orNotFound<T>(found: Promise<T>): Promise<T> {
  try {
    return await found
  } catch (error) {
    if (error instanceof Refused && error.refusal.code === 'not_found') notFound()
    throw error
  }
}
