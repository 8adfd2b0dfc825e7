import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { permissionPage } from '../domain/permission-page.ts'

writeFileSync(join(import.meta.dirname, '../docs/permissions.md'), permissionPage())
