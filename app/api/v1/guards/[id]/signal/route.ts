import { receiveSignal } from '../../../../../../server/guards/receive-signal.ts'

export const POST = receiveSignal
