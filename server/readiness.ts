import { db } from './db.ts'

/** Whether this process can do its work: 200 with the database there, 503 without. */
export async function readiness(): Promise<Response> {
  const headers = { 'cache-control': 'no-store' }
  try {
    await db().$queryRaw`SELECT 1`
    return Response.json({ status: 'ready' }, { headers })
  } catch {
    const body = { status: 'not ready', because: 'the database cannot be reached' }
    return Response.json(body, { status: 503, headers })
  }
}
