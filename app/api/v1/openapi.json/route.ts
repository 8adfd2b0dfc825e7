import { openApiDocument } from '../../../../server/api/openapi-document.ts'

export const GET = openApiDocument
