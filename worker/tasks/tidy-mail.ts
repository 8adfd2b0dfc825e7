import { tidyMail as tidy } from '../../server/mail/tidy-mail.ts'
import type { TaskWork } from '../task-work.ts'

export const tidyMail: TaskWork<'tidy_mail'> = async () => `removed ${await tidy()}`
