/**
 * What OCSF 1.3.0 requires of an event, of each class that Rollcall writes: the attributes whose
 * requirement is "required", the activities, and "at least one of" (github.com/ocsf/ocsf-schema,
 * events/base_event.json, events/iam/*.json, events/application/api_activity.json, objects/*.json).
 */
export const BASE_REQUIRED = [
  'activity_id',
  'category_uid',
  'class_uid',
  'metadata',
  'severity_id',
  'time',
  'type_uid',
] as const

interface ClassSchema {
  readonly name: string
  readonly required: readonly string[]
  readonly activities: readonly number[]
  readonly oneOf?: readonly string[]
}

export const CLASSES: Readonly<Record<number, ClassSchema>> = {
  3001: {
    name: 'Account Change',
    required: ['user'],
    activities: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 99],
  },
  3002: {
    name: 'Authentication',
    required: ['user'],
    activities: [0, 1, 2, 3, 4, 5, 6, 99],
    oneOf: ['service', 'dst_endpoint'],
  },
  3004: { name: 'Entity Management', required: ['entity'], activities: [0, 1, 2, 3, 4, 99] },
  3005: {
    name: 'User Access Management',
    required: ['privileges', 'user'],
    activities: [0, 1, 2, 99],
  },
  6003: {
    name: 'API Activity',
    required: ['actor', 'api', 'src_endpoint'],
    activities: [0, 1, 2, 3, 4, 99],
  },
}

/** Of objects: what is required, and what one of must be there. */
export const OBJECTS: Readonly<
  Record<string, { readonly required: readonly string[]; readonly oneOf?: readonly string[] }>
> = {
  metadata: { required: ['product', 'version'] },
  'metadata.product': { required: ['vendor_name'], oneOf: ['name', 'uid'] },
  actor: { required: [], oneOf: ['process', 'user', 'invoked_by', 'session', 'app_name'] },
  'actor.user': { required: [], oneOf: ['account', 'name', 'uid'] },
  user: { required: [], oneOf: ['account', 'name', 'uid'] },
  entity: { required: [], oneOf: ['name', 'uid'] },
  api: { required: ['operation'] },
  'api.request': { required: ['uid'] },
  'api.service': { required: [], oneOf: ['name', 'uid'] },
  service: { required: [], oneOf: ['name', 'uid'] },
  src_endpoint: { required: [], oneOf: ['ip', 'uid', 'name', 'hostname', 'svc_name'] },
}
